using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Commands.Broadcasts;

/// <summary>Everybody's fate of a broadcast as CSV. Names nobody: a person is a number.</summary>
internal static class FateExport
{
    private const string Head = "person,channel,state,reason,error,attempts,platform_id,batch,batch_total,batch_filtered,batch_sent,batch_failed";

    public static Command Describe()
    {
        var number = new Argument<int>("number") { Description = "The number of the broadcast." };
        var command = new Command("export", "Write everybody's fate of a broadcast as CSV: person, channel, state, attempts, platform id.") { number };
        command.SetBotAction(async (context, parsed, ct) =>
        {
            var (id, ledger) = (parsed.GetValue(number), context.Services.GetRequiredService<MassLedger>());
            if (await ledger.ReadAsync(id, ct) is null) return await StaffWork.RefuseAsync(parsed, $"There is no broadcast {id} whose people are fixed.");

            await context.Output.WriteLineAsync(Head);
            await foreach (var fate in ledger.FatesAsync(id, ct)) await context.Output.WriteLineAsync(LineOf(fate));
            return ExitCodes.Ok;
        });
        return command;
    }

    // Numbers and our own names only: nothing in it needs quotes.
    private static string LineOf(MassFate fate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{fate.Person},{Kebab.Of(fate.Route)},{Kebab.Of(fate.Status)},{Kebab.Of(fate.Reason)},{fate.ErrorCode},{fate.Attempts},{fate.PlatformId},{BatchOf(fate.Batch)}");

    private static string BatchOf(MassBatch? batch) => batch is null
        ? ",,,,"
        : string.Create(CultureInfo.InvariantCulture, $"{batch.Number},{batch.Total},{batch.Filtered},{batch.Sent},{batch.Failed}");
}
