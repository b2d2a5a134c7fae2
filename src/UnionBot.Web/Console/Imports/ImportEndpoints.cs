using System.Text;
using Microsoft.AspNetCore.Mvc;
using UnionBot.Core.Imports.Drafts;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Imports;

/// <summary>
/// 导入: a table is sent and checked, its faults are shown and can be taken along, and it is imported once somebody confirms it.
/// A table may speak of any part of the tree, so this is for roles over the whole union.
/// </summary>
internal static class ImportEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/imports";

    public const string Confirm = "confirm";
    public const string Drop = "drop";

    /// <summary>Besides the file a form has a few fields.</summary>
    private const int RoomForFields = 64 << 10;

    /// <summary>What is too large is let through to its end and thrown away, so that the browser hears why it is refused.</summary>
    private const int MostHeard = 64 << 20;

    private const string Overtaken = "同事刚处理过这个文件，现在的样子在下面。";

    private static readonly int MostBytes = (int)ImportDrafts.Limits.TextBytes + RoomForFields;

    public static ConsoleAccess Importers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.Administrator);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Importers, (ImportDrafts drafts, CancellationToken ct) => ListAsync(null, drafts, ct));

        // In memory: what a web server puts aside on a disk is not encrypted.
        routes.MapForm(Page, Importers, CheckAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MostHeard))
            .WithFormOptions(memoryBufferThreshold: MostBytes, multipartBodyLengthLimit: MostBytes);
        routes.MapPage(Page + "/{id:guid}", Importers, (Guid id, ImportDrafts drafts, CancellationToken ct) => ShowAsync(id, null, drafts, ct));
        routes.MapForm(Page + "/{id:guid}", Importers, DecideAsync);
        routes.MapPage(Page + "/{id:guid}/faults.csv", Importers, SaveFaultsAsync);
    }

    public static string AddressOf(ImportDraft draft) => $"{Page}/{draft.Id}";

    public static string FaultsOf(ImportDraft draft) => AddressOf(draft) + "/faults.csv";

    private static async Task<IResult> CheckAsync(HttpContext http, ConsoleVisit visit, ImportKinds kinds, ImportDrafts drafts, CancellationToken ct)
    {
        var kind = http.Request.Field(ImportListPage.KindField);
        if (kinds.Find(kind) is not { } import) return await ListAsync("请选一下导入什么。", drafts, ct);
        if (http.Request.Form.Files.GetFile(ImportListPage.FileField) is not { Length: > 0 } sent) return await ListAsync("请选一个文件，不能是空的。", drafts, ct);

        var content = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream()) await stream.ReadExactlyAsync(content, ct);
        var draft = await drafts.CheckAsync(kind, Path.GetFileName(sent.FileName), content, visit.Known.Staff, import, ct);
        return ConsolePages.GoTo(AddressOf(draft));
    }

    private static async Task<IResult> DecideAsync(
        Guid id, HttpContext http, ConsoleVisit visit, ImportKinds kinds, ImportDrafts drafts, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } draft) return ConsolePages.Missing();

        var isDone = http.Request.Field(ConsoleForms.DeedField) switch
        {
            Confirm => await drafts.TryImportAsync(id, visit.Known.Staff, kinds.Find(draft.Kind)!, ct),
            Drop => await drafts.TryDropAsync(id, ct),
            _ => false,
        };
        return isDone ? ConsolePages.GoTo(AddressOf(draft)) : await ShowAsync(id, Overtaken, drafts, ct);
    }

    /// <param name="refusal">Why a form was refused just now; null when none was.</param>
    private static async Task<IResult> ListAsync(string? refusal, ImportDrafts drafts, CancellationToken ct) => ConsolePages.Show<ImportListPage>(
        (nameof(ImportListPage.Drafts), await drafts.ListAsync(ct)),
        (nameof(ImportListPage.Refusal), refusal));

    /// <inheritdoc cref="ListAsync"/>
    private static async Task<IResult> ShowAsync(Guid id, string? refusal, ImportDrafts drafts, CancellationToken ct) =>
        await drafts.FindAsync(id, ct) is { } draft
            ? ConsolePages.Show<ImportPage>((nameof(ImportPage.Draft), draft), (nameof(ImportPage.Refusal), refusal))
            : ConsolePages.Missing();

    /// <summary>With a mark at the start by which spreadsheets know UTF-8.</summary>
    private static async Task<IResult> SaveFaultsAsync(Guid id, ImportDrafts drafts, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { Faults.Length: > 0 } draft) return ConsolePages.Missing();

        var lines = ImportTexts.FaultsOf(draft).Select(f => $"{f.Row},\"{f.Column}\",\"{f.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n");
        byte[] csv = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("行,列,要改什么\r\n" + string.Concat(lines))];
        return TypedResults.File(csv, "text/csv; charset=utf-8", $"要改的-{Path.GetFileNameWithoutExtension(draft.FileName)}.csv");
    }
}
