using System.CommandLine;
using UnionBot.Web.Channels.WeChat.Menus;
using UnionBot.Web.Setup;

namespace UnionBot.Web.Commands;

/// <summary>The account's menu at the foot of the chat.</summary>
internal sealed class MenuCommand : IBotCommand
{
    public Command Describe() => new(
        "menu",
        "The account's menu at the foot of the chat, as templates/account-menu.yaml has it. The bot publishes it at its start, " +
        "unless somebody else made the account's menu.")
    {
        Show(),
        Publish(),
    };

    private static Command Show()
    {
        var command = new Command("show", "Show our menu, and the account's where it differs.");
        command.SetBotAction(async (context, _, ct) =>
        {
            var menus = Menus(context);
            await context.Output.WriteLineAsync(string.Join('\n', menus.Ours));
            var shown = await menus.ShownAsync(ct);
            if (shown.Advice is { } advice)
            {
                await context.Output.WriteLineAsync($"\nThe account's menu cannot be read. {advice}");
                return ExitCodes.Failed;
            }

            var difference = shown.Lines.SequenceEqual(menus.Ours) ? "\nThe account shows the same." :
                shown.Lines.Count == 0 ? "\nThe account shows none." :
                $"\nThe account shows:\n{string.Join('\n', shown.Lines)}";
            await context.Output.WriteLineAsync(difference);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Publish()
    {
        var command = new Command("publish", "Give the account our menu in place of whatever it shows. Phones show it within five minutes.");
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var publication = await Menus(context).PublishAsync(ct);
            if (publication.Fate is MenuFate.Refused)
                return await StaffWork.RefuseAsync(parsed, $"The menu was not published. {publication.Advice}");

            await context.Output.WriteLineAsync(
                publication.Fate is MenuFate.AsItWas ? "The account shows this menu already." : "The account has a new menu.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static MenuDesk Menus(CommandContext context) => context.Services.GetService<MenuDesk>()
        ?? throw new SetupException("There is no account, so there is no menu: set WeChat:AppId.");
}
