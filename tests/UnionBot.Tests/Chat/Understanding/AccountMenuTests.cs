using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services;
using UnionBot.Web.Channels.WebChat;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class AccountMenuTests : IDisposable
{
    private static readonly Vocabulary Vocabulary = Vocabulary.Load(Tree.Templates, [.. ServiceCatalog.All.Select(s => s.Name)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("account-menu").FullName;

    [Fact]
    public void Every_service_that_the_chats_menu_offers_is_in_the_accounts_menu_and_nothing_that_no_service_has()
    {
        var dialogs = Dialogs();
        var opened = Leaves(Product().Entries).Select(e => e.Opens).OfType<string>()
            .Where(key => Vocabulary.Control(key) is null).Select(key => Vocabulary.ByKey(key)!.Dialog).ToHashSet();

        Assert.Subset(dialogs, opened);
        Assert.Subset(opened, Vocabulary.Menu.Select(o => o.Dialog).ToHashSet());
    }

    [Fact]
    public void A_person_can_be_asked_for_from_the_accounts_menu() => Assert.Contains(
        Leaves(Product().Entries), e => e.Opens is { } key && Vocabulary.Control(key) is ControlWord.Human);

    [Theory]
    [InlineData("- name: 会籍\n  opens: membership/mien\n", 2, "'membership/mien' is no dialog")]
    [InlineData("- name: 会籍\n  page: /caht\n", 2, "There is no page '/caht'; there are /chat")]
    [InlineData("- name: 我的工会会籍\n  opens: mine\n", 1, "has 18 bytes; the platform takes 16")]
    [InlineData("- name: 会籍\n", 1, "needs one of opens, page, entries")]
    [InlineData("- name: 会籍\n  opens: mine\n  page: /chat\n", 1, "needs one of opens, page, entries")]
    [InlineData("- opens: mine\n", 1, "needs a name")]
    [InlineData("- name: 会籍\n  open: mine\n", 2, "'open' is not known here")]
    [InlineData("- name: 会籍\n  entries: []\n", 2, "There are 0 entries here; the platform takes 1 to 5")]
    [InlineData("- {name: 一, opens: mine}\n- {name: 二, opens: mine}\n- {name: 三, opens: mine}\n- {name: 四, opens: mine}\n", 1, "There are 4 entries")]
    [InlineData("- name: 一\n  entries:\n    - name: 二\n      entries: [{name: 三, opens: mine}]\n", 4, "no third level")]
    [InlineData("name: 会籍\n", 1, "Expected a list")]
    [InlineData("", 1, "empty")]
    public void A_broken_menu_is_refused_with_file_line_and_reason(string yaml, int line, string reason)
    {
        var broken = Assert.Throws<BrokenFileException>(() => Load(yaml));

        Assert.EndsWith("account-menu.yaml", broken.File, StringComparison.Ordinal);
        Assert.Equal(line, broken.Line);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_takes_five_entries_and_names_of_sixty_bytes()
    {
        var five = string.Concat(Enumerable.Range(0, 5).Select(n => $"    - {{name: {new string('会', 20)}, opens: mine}}\n"));

        Assert.Equal(5, Load("- name: 组\n  entries:\n" + five).Entries[0].Entries.Count);
        Assert.Throws<BrokenFileException>(() => Load("- name: 组\n  entries:\n" + five + "    - {name: 六, opens: mine}\n"));
        Assert.Throws<BrokenFileException>(() => Load($"- name: 组\n  entries:\n    - {{name: {new string('会', 21)}, opens: mine}}\n"));
    }

    [Fact]
    public void A_key_longer_than_the_platform_takes_is_refused()
    {
        var broken = Assert.Throws<BrokenFileException>(() => Load($"- name: 会籍\n  opens: {new string('a', 129)}\n"));

        Assert.Contains("has 129 bytes; the platform takes 128", broken.Reason, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static AccountMenu Product() => AccountMenu.Load(Tree.Templates, Vocabulary, [WebChatEndpoints.Page]);

    private AccountMenu Load(string yaml)
    {
        File.WriteAllText(Path.Combine(_folder, "account-menu.yaml"), yaml, Encoding.UTF8);
        return AccountMenu.Load(_folder, Vocabulary, [WebChatEndpoints.Page]);
    }

    private static IEnumerable<MenuEntry> Leaves(IEnumerable<MenuEntry> entries) =>
        entries.SelectMany(e => e.Entries.Count == 0 ? [e] : Leaves(e.Entries));

    /// <summary>The names of all dialogs that the services of the catalogue register.</summary>
    private static HashSet<string> Dialogs()
    {
        var services = new ServiceCollection();
        foreach (var service in ServiceCatalog.All) service.AddTo(services);
        return
        [
            .. services.Where(s => s.ServiceType == typeof(IDialog))
                .Select(s => (IDialog)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(s.ImplementationType!))
                .Select(dialog => dialog.Name),
        ];
    }
}
