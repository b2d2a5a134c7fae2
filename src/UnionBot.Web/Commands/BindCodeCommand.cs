using System.CommandLine;
using UnionBot.Core.Data;
using UnionBot.Services.Membership.Binding;
using UnionBot.Web.Console.Binding;

namespace UnionBot.Web.Commands;

/// <summary>Issues a code by which a member whom staff know is bound without a short message.</summary>
internal sealed class BindCodeCommand : IBotCommand
{
    public Command Describe()
    {
        var member = new Option<string>("--member")
        {
            Description = "The member number; where several unions use the same, the number of the row of the roster.",
            HelpName = "number",
            Required = true,
        };
        var days = new Option<int>("--days")
        {
            Description = $"How many days it can be used, 1 to {BindCodes.MostDays}.",
            DefaultValueFactory = _ => BindCodes.UsualDays,
        };
        var reason = new Option<string?>("--reason") { Description = "How you know that it is the member; goes into the audit." };
        var who = StaffWork.As();

        var command = new Command("bind-code", "Issue a bind code (绑定码) for a member. It is shown once; hand it over in person or by post.")
        {
            member, days, reason, who,
        };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, BindCodeEndpoints.Issuers, async (staff, scope) =>
        {
            if (parsed.GetValue(days) is not (>= 1 and <= BindCodes.MostDays) and var wrong)
                return await StaffWork.RefuseAsync(parsed, $"--days {wrong}: must be 1 to {BindCodes.MostDays}.");

            var db = context.Services.GetRequiredService<UnionDb>();
            var rows = await context.Services.GetRequiredService<RosterRows>().FindAsync(parsed.GetValue(member)!, scope, ct);
            if (rows is not [{ Row: var row }]) return await StaffWork.RefuseAsync(parsed, Explain(rows));

            var validFor = TimeSpan.FromDays(parsed.GetValue(days));
            var code = await context.Services.GetRequiredService<BindCodes>()
                .IssueAsync(db, row, staff, validFor, parsed.GetValue(reason), ct);
            if (code is null) return await StaffWork.RefuseAsync(parsed, $"Somebody is bound to row {row} already.");

            await context.Output.WriteLineAsync($"{code[..4]}-{code[4..]}  for row {row} of the roster, {validFor.TotalDays} days, once");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static string Explain(IReadOnlyList<RosterEntry> rows) => rows.Count == 0
        ? "There is no such member on the roster, or not in your part of the tree."
        : $"Several unions have this number. Say which row of the roster you mean: {string.Join(", ", rows.Select(r => r.Row))}";
}
