using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Money;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Web.Commands.Campaigns;

/// <summary>A campaign in a file: YAML with kind, organisation, days and money; what is not written is taken from the kind.</summary>
internal static class CampaignFile
{
    private const string Keys = "kind, title, organisation, from, until, audience, cash, ceiling, budget, kit";

    private static readonly Dictionary<string, BudgetSource> Sources = new(StringComparer.Ordinal)
    {
        ["上级拨付"] = BudgetSource.Above,
        ["本级"] = BudgetSource.Own,
        ["行政配套"] = BudgetSource.Government,
        ["社会捐赠"] = BudgetSource.Donation,
    };

    /// <exception cref="BrokenFileException">It is no such file: names line and field.</exception>
    public static async Task<CampaignContent> ReadAsync(string path, CampaignBook book, UnionDb db, CancellationToken ct)
    {
        var top = DataFile.Read(path);
        var fields = top.Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        if (fields.FirstOrDefault(f => !Keys.Split(", ").Contains(f.Key)) is { Key: { } unknown } other)
            throw other.Value.Broken($"'{unknown}' is not known here; allowed are {Keys}.");

        var kind = book.Find(Field("kind").Text()) ?? throw Field("kind").Broken($"There is no such kind; there are {string.Join(", ", book.Kinds.Select(k => k.Id))}.");
        var (first, last) = (Day(Field("from")), Day(Field("until")));
        if (last < first) throw Field("until").Broken("It ends before it begins.");

        return new CampaignContent(kind.Id, Text("title") ?? $"{first.Year}年{kind.Title}", await OrganisationAsync(Field("organisation")), first, last)
        {
            Audience = Text("audience") ?? kind.Audience,
            CashFen = Fen("cash") ?? 0,
            CeilingFen = Fen("ceiling"),
            Budget = fields.TryGetValue("budget", out var budget) ? [.. budget.Entries().Select(e => BudgetIn(e.Key, e.Value))] : [],
            Kit = fields.TryGetValue("kit", out var kit) ? [.. kit.Items().Select(CampaignBook.KitIn)] : kind.Kit,
        };

        DataNode Field(string key) => fields.TryGetValue(key, out var value) ? value : throw top.Broken($"'{key}' is missing.");

        string? Text(string key) => fields.TryGetValue(key, out var value) ? value.Text() : null;

        long? Fen(string key) => fields.TryGetValue(key, out var value) ? FenIn(value) : null;

        async Task<long> OrganisationAsync(DataNode node) => (await OrganisationDirectory.LoadAsync(db, ct)).Find(node.Text()) switch
        {
            [var one] => one.Id,
            [] => throw node.Broken("No union of this name or code is known."),
            _ => throw node.Broken("Several unions have this name; put the one above before it: 济南市总工会/历下区总工会."),
        };
    }

    private static BudgetPlan BudgetIn(string source, DataNode node) =>
        Sources.TryGetValue(source, out var known) ? new BudgetPlan(known, FenIn(node)) : throw node.Broken($"'{source}' is no source; there are {string.Join(", ", Sources.Keys)}.");

    private static long FenIn(DataNode node) =>
        decimal.TryParse(node.Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan is >= 0 and < 1_000_000_000 && decimal.Truncate(yuan * 100) == yuan * 100
            ? (long)(yuan * 100)
            : throw node.Broken("Expected an amount in yuan like 800 or 1200000.50.");

    private static DateOnly Day(DataNode node) =>
        DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw node.Broken("Expected a day like 2026-12-01.");
}
