using UnionBot.Core.Imports.Drafts;

namespace UnionBot.Web.Console.Imports;

/// <summary>What states and faults of files mean, for staff.</summary>
internal static class ImportTexts
{
    public static string Of(ImportDraft draft) => draft.State switch
    {
        DraftState.Good => "检查好了，还没导入",
        DraftState.Faulty => $"有 {draft.FaultCount} 处要改，没有导入",
        DraftState.Known => "同一个文件导入过",
        DraftState.Imported => "导入好了",
        DraftState.Dropped => "不要了",
        _ => throw new ArgumentOutOfRangeException(nameof(draft), draft.State, null),
    };

    /// <summary>As they stand in the draft, in the order of the file.</summary>
    public static IEnumerable<DraftFault> FaultsOf(ImportDraft draft) =>
        from line in draft.Faults.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let parts = line.Split('\t', 3)
        select new DraftFault(parts[0], parts[1], parts[2]);
}

/// <param name="Row">"" when the whole file is meant.</param>
/// <param name="Column">"" when the whole row is meant.</param>
internal sealed record DraftFault(string Row, string Column, string Reason);
