using System.CommandLine;
using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Commands.Campaigns;

/// <summary>仓管's work: what comes in, goes out with a visitor, comes back or is lost.</summary>
internal static class CampaignStock
{
    private static readonly ConsoleAccess Keepers = ConsoleAccess.For([.. CampaignRegister.Running]);

    public static IEnumerable<Command> Describe() =>
    [
        Receive(),
        Move("issue", "A visitor takes so many along (领料).", (desk, lot, visitor, count, _, who, ct) => desk.IssueAsync(lot, visitor, count, who, ct)),
        Move("return", "A visitor brings so many back (退库).", (desk, lot, visitor, count, _, who, ct) => desk.ReturnAsync(lot, visitor, count, who, ct)),
        Move("lose", "What a visitor carried is gone (损耗).", (desk, lot, visitor, count, reason, who, ct) => desk.LoseAsync(lot, visitor, count, reason!, who, ct), needsReason: true),
    ];

    private static Command Receive()
    {
        var (number, who, count) = (StaffWork.Number("campaign"), StaffWork.As(), Count());
        var item = new Argument<string>("item") { Description = "The thing as the kit of the campaign names it." };
        var warehouse = new Option<string>("--warehouse") { Description = "Where it lies.", HelpName = "name", Required = true };
        var expires = new Option<string?>("--expires") { Description = "The last good day, such as 2027-03-02. Without: it does not spoil.", HelpName = "day" };
        var command = new Command("receive", "Something comes into a warehouse. Prints the number of the lot.") { number, item, count, warehouse, expires, who };
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Keepers, async staff =>
        {
            var day = default(DateOnly);
            if (parsed.GetValue(expires) is { } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                return await StaffWork.RefuseAsync(parsed, $"{StaffWork.Clean(typed)} is no day like 2027-03-02.");

            var campaign = (int)parsed.GetValue(number);
            if (await context.Services.GetRequiredService<CampaignRegister>().FindAsync(campaign, staff, ct) is null) return await StaffWork.RefuseAsync(parsed, CampaignCommand.Of(CampaignRefusal.Unknown));

            var lot = await context.Services.GetRequiredService<StockDesk>().ReceiveAsync(
                campaign, parsed.GetRequiredValue(item), parsed.GetValue(warehouse)!, day == default ? null : day, parsed.GetValue(count), AuditActor.Staff(staff), ct);
            if (lot is null) return await StaffWork.RefuseAsync(parsed, "No kit names such a thing, or the campaign is over.");

            await context.Output.WriteLineAsync($"{lot}");
            return ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Command Move(
        string name, string description, Func<StockDesk, long, long, int, string?, AuditActor, CancellationToken, Task<StockRefusal?>> move, bool needsReason = false)
    {
        var (lot, who, count, reason) = (new Argument<long>("lot") { Description = "The number of the lot." }, StaffWork.As(), Count(), StaffWork.Reason(needsReason));
        var visitor = new Argument<long>("visitor") { Description = "Their number on the list of staff." };
        var command = new Command(name, description) { lot, visitor, count, who };
        if (needsReason) command.Add(reason);
        command.SetBotAction((context, parsed, ct) => StaffWork.AsStaffAsync(context, parsed, who, Keepers, async staff =>
        {
            var desk = context.Services.GetRequiredService<StockDesk>();
            var campaign = await desk.CampaignOfAsync(parsed.GetValue(lot), ct);
            if (campaign is null || await context.Services.GetRequiredService<CampaignRegister>().FindAsync(campaign.Value, staff, ct) is null)
                return await StaffWork.RefuseAsync(parsed, Of(StockRefusal.NoSuchLot));

            var refusal = await move(desk, parsed.GetValue(lot), parsed.GetValue(visitor), parsed.GetValue(count), needsReason ? parsed.GetValue(reason) : null, AuditActor.Staff(staff), ct);
            return refusal is { } why ? await StaffWork.RefuseAsync(parsed, Of(why)) : ExitCodes.Ok;
        }, ct));
        return command;
    }

    private static Argument<int> Count()
    {
        var count = new Argument<int>("count") { Description = "How many, in the unit of the thing." };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() <= 0) result.AddError("The count must be above 0.");
        });
        return count;
    }

    private static string Of(StockRefusal refusal) => refusal switch
    {
        StockRefusal.NoSuchLot => "There is no such lot in your part of the union.",
        StockRefusal.Closed => "The campaign is over: nothing is moved any more.",
        StockRefusal.NoVisitor => "They are no visitor of this campaign; see: campaign visitor",
        StockRefusal.NotEnoughInStore => "There are not so many in store.",
        StockRefusal.NotCarried => "They do not carry so many.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
