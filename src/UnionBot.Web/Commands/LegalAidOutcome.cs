using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Outcomes;

namespace UnionBot.Web.Commands;

/// <summary>What came of a consultation: written, put right, and shown.</summary>
internal static class LegalAidOutcome
{
    private const decimal FenInYuan = 100;

    public static Command Describe()
    {
        var (number, who) = (LegalAidCommand.Number(), StaffWork.As());
        var kinds = new Option<OutcomeKinds[]>("--kind")
        {
            Description = "What was done: Advice, Drafting, Mediation, Arbitration, Litigation, ToLegalAid, ToPetition, ToCounselling; several are given one by one. Without it what is written is shown.",
            HelpName = "kind",
        };
        var people = new Option<int?>("--people") { Description = "How many people it is about; without it as many as it was booked for.", HelpName = "number" };
        var (involved, recovered) = (Amount("--involved", "What the matter is about"), Amount("--recovered", "What the person got back"));
        var minutes = new Option<int?>("--minutes") { Description = "How long it took.", HelpName = "number" };
        var settled = new Option<bool?>("--settled") { Description = "Whether it is settled, true or false; without it that is not said.", HelpName = "true|false" };
        var note = new Option<string?>("--note") { Description = "In words; kept encrypted, and read like what was told.", HelpName = "text" };
        var seen = new Option<int>("--over") { Description = "The version that this one puts right; without it the first is written.", HelpName = "version" };
        var command = new Command("outcome", "Write what came of a consultation, or show it. What was written stays: a correction is a further version.")
        {
            number, kinds, people, involved, recovered, minutes, settled, note, seen, who,
        };
        command.SetBotAction((context, parsed, ct) => LegalAidCommand.OnBookingAsync(context, parsed, who, number, async (id, staff) =>
        {
            var (register, of) = (context.Services.GetRequiredService<OutcomeRegister>(), $"{id}");
            if (parsed.GetValue(kinds) is not { Length: > 0 } given) return await ShowAsync(context, register, of, ct);

            var details = new OutcomeDetails
            {
                Kinds = given.Aggregate(OutcomeKinds.None, (all, kind) => all | kind),
                People = parsed.GetValue(people),
                AmountInvolvedFen = FenOf(parsed.GetValue(involved)),
                AmountRecoveredFen = FenOf(parsed.GetValue(recovered)),
                Minutes = parsed.GetValue(minutes),
                IsSettled = parsed.GetValue(settled),
                Note = parsed.GetValue(note),
            };
            return await register.WriteAsync(of, details, parsed.GetValue(seen), AuditActor.Staff(staff), ct) is { } refusal
                ? await StaffWork.RefuseAsync(parsed, Explain(refusal))
                : ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Option<decimal?> Amount(string name, string what) => new(name) { Description = $"{what}, in yuan, such as 18000 or 18000.50; without it that is not said.", HelpName = "yuan" };

    private static long? FenOf(decimal? yuan) => yuan is { } amount ? (long)decimal.Round(Math.Clamp(amount, -1, OutcomeDetails.MostFen) * FenInYuan) : null;

    private static async Task<int> ShowAsync(CommandContext context, OutcomeRegister register, string number, CancellationToken ct)
    {
        foreach (var version in await register.ReadAsync(number, ct))
        {
            var said = version.Details;
            await context.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{version.Version,3}  {StaffWork.Show(version.At)}  {version.By} {version.ById}  {said.Kinds}  people {Said(said.People)}  involved {Yuan(said.AmountInvolvedFen)}  recovered {Yuan(said.AmountRecoveredFen)}  minutes {Said(said.Minutes)}  settled {Said(said.IsSettled)}{(version.HasNote ? "  with a note" : "")}"));
        }

        return ExitCodes.Ok;
    }

    private static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-";

    private static string Yuan(long? fen) => fen is { } amount ? (amount / FenInYuan).ToString(CultureInfo.InvariantCulture) : "-";

    private static string Explain(OutcomeRefusal refusal) => refusal switch
    {
        OutcomeRefusal.NoSuchBooking => "There is no such booking.",
        OutcomeRefusal.NotYet => "Its day has not come.",
        OutcomeRefusal.NotHeld => "It was cancelled, or the person did not come or answer.",
        OutcomeRefusal.ChangedMeanwhile => "There is another version by now; see: legal-aid outcome NUMBER. Its number belongs behind --over.",
        _ => "That cannot be: at least one kind, amounts not below nought, minutes up to 720, a note up to 500 characters.",
    };
}
