namespace UnionBot.Chat.Understanding;

/// <summary>The account's own menu at the foot of the chat, as <c>templates/account-menu.yaml</c> has it.</summary>
/// <param name="Entries">From left to right.</param>
public sealed record AccountMenu(IReadOnlyList<MenuEntry> Entries)
{
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <param name="pages">The paths of the bot's pages that an entry may open.</param>
    /// <exception cref="BrokenFileException">
    /// The file is missing, breaks a limit of the platform, or names something that the bot cannot do.
    /// </exception>
    public static AccountMenu Load(string folder, Vocabulary vocabulary, IReadOnlyCollection<string> pages) =>
        new AccountMenuFile(vocabulary, pages).Read(Path.Combine(folder, "account-menu.yaml"));
}

/// <summary>One entry of the account's menu; one of the three is set.</summary>
/// <param name="Opens">A dialog's name or key, or a control word; null when a tap opens nothing in the talk.</param>
/// <param name="Page">The path of a page of the bot; null when it opens none.</param>
/// <param name="Entries">What is below it; empty when it is no group.</param>
public sealed record MenuEntry(string Name, string? Opens, string? Page, IReadOnlyList<MenuEntry> Entries);
