using System.CommandLine;
using QRCoder;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Commands.Seed;

/// <summary>
/// Invents the staff of a demo and prints how each signs in. As long as a password is unused, each call gives a new one; whoever
/// chose a password of their own keeps it, as does their second factor.
/// </summary>
internal sealed class DemoStaffCommand : IBotCommand
{
    private static readonly (string User, string Name, RoleKind Role, string Title)[] Cast =
    [
        ("admin", "孙伟", RoleKind.Administrator, "管理员"),
        ("zhaomin", "赵敏", RoleKind.Operator, "经办"),
        ("chenjing", "陈静", RoleKind.Approver, "审批"),
        ("liuyang", "刘洋", RoleKind.LegalSupervisor, "劳动法律监督"),
    ];

    public Command Describe()
    {
        var command = new Command("demo-staff", "Invent the staff of a demo, and print how they sign in to /console. Refuses real data.");
        command.SetBotAction(async (context, _, ct) =>
        {
            if (!context.Services.GetRequiredService<DemoOptions>().Enabled)
                throw new SetupException("demo-staff prints secrets, so it needs Demo:Enabled = true; never where real people write.");

            foreach (var (user, name, role, title) in Cast)
            {
                await context.Output.WriteLineAsync();
                await context.Output.WriteLineAsync($"  {title} {name}, user {user}");
                await PrintAsync(context, user, await GivePasswordAsync(context.Services, user, name, role, ct));
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    /// <returns>A new one-time password; null when they have chosen one.</returns>
    private static async Task<string?> GivePasswordAsync(
        IServiceProvider services, string user, string name, RoleKind role, CancellationToken ct)
    {
        var accounts = services.GetRequiredService<StaffAccounts>();
        if (await accounts.FindAsync(user) is { } known)
            return known.MustChangePassword ? await accounts.ResetAsync(user, secondFactor: false, ct) : null;

        var id = (await services.GetRequiredService<StaffRegister>().AddAsync(name, organisation: null, ct))!.Value;
        await services.GetRequiredService<StaffRoles>().GiveAsync(ServerUser.Actor, id, role, organisation: null, ct);
        var password = await accounts.CreateAsync(id, user, ct);
        await services.GetRequiredService<SecondFactors>().SetForDemoAsync((await accounts.FindAsync(user))!);
        return password;
    }

    private static async Task PrintAsync(CommandContext context, string user, string? password)
    {
        if (password is null)
        {
            await context.Output.WriteLineAsync("    has chosen a password; a new one: admin reset --user " + user);
            return;
        }

        var account = (await context.Services.GetRequiredService<StaffAccounts>().FindAsync(user))!;
        var secret = await context.Services.GetRequiredService<SecondFactors>().SecretAsync(account);
        await context.Output.WriteLineAsync($"    one-time password  {password}");
        await context.Output.WriteLineAsync($"    TOTP secret        {secret}");
        using var code = QRCodeGenerator.GenerateQrCode(SecondFactors.AddressOf(account, secret), QRCodeGenerator.ECCLevel.L);
        using var drawing = new AsciiQRCode(code);
        await context.Output.WriteLineAsync(drawing.GetGraphicSmall());
    }
}
