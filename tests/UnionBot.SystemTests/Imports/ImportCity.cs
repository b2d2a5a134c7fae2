using System.Text;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Imports;

/// <summary>A database with the regions of Shandong, into which tests import files.</summary>
internal sealed class ImportCity(TestDatabase database)
{
    public const string Unions =
        """
        工会名称,上级工会,级别,行政区划代码
        山东省总工会,,省,370000
        济南市总工会,山东省总工会,市,370100
        青岛市总工会,山东省总工会,市,370200
        机械厂工会,济南市总工会,基层,370102
        机械厂工会,青岛市总工会,基层,370202

        """;

    private static readonly ImportWords Words = ImportWords.Load(
        new DataFolder(ConversationServices.TemplateFolder), [OrganisationColumns.Table, RosterColumns.Table]);

    private static readonly BusinessClock Clock = new(TimeProvider.System);

    public static MemberCiphers Ciphers { get; } = new(new FieldCipher(EncryptionKeys.Parse($"k1:{Key(1)}", Key(2))));

    public static async Task<ImportCity> CreateAsync(TestDatabase database)
    {
        var city = new ImportCity(database);
        await RegionFiles.LoadAsync(database.Source, CancellationToken.None);
        await city.ImportUnionsAsync(Unions);
        return city;
    }

    public async Task<ImportOutcome> ImportUnionsAsync(string table)
    {
        await using var db = database.Open();
        using var file = FileOf(table);
        return await new OrganisationImport(db, Runner(db), Words).RunAsync(file, Request(false), CancellationToken.None);
    }

    public async Task<ImportOutcome> ImportMembersAsync(string table, bool isDryRun = false)
    {
        await using var db = database.Open();
        using var file = FileOf(table);
        return await new RosterImport(db, Runner(db), Words, Ciphers, Clock)
            .RunAsync(file, Request(isDryRun), CancellationToken.None);
    }

    /// <summary>What was wrong, from the top of the file downwards.</summary>
    public static IEnumerable<(int Row, string? Column, Enum Problem)> FaultsOf(ImportOutcome outcome) =>
        outcome.Report.FirstFaults.OrderBy(fault => fault.Row).Select(fault => (fault.Row, fault.Column, fault.Reason.Problem));

    private static ImportRequest Request(bool isDryRun) => new(AuditActor.System, isDryRun);

    private static ImportRunner Runner(UnionDb db) => new(db, new AuditLog(db), Clock);

    private static ImportFile FileOf(string table) => new(new MemoryStream(Encoding.UTF8.GetBytes(table)), "表.csv");

    private static string Key(byte value) => Convert.ToBase64String(Enumerable.Repeat(value, 32).ToArray());
}
