namespace UnionBot.Chat.Understanding.Changes;

/// <summary>
/// Lays a staff version over the file as it is shipped now. Files of lines are merged line by line, so that an upgrade which
/// changes other lines is no conflict; of all others the staff version stays whole.
/// </summary>
public static class TemplateMerge
{
    /// <param name="templates">The shipped <c>templates</c> folder.</param>
    public static MergedTemplate Of(string templates, StaffTemplate version)
    {
        var shipped = Shipped(templates, version.Path);
        if (shipped == version.Text) return new MergedTemplate(version, Text: null, Conflict: null);
        if (shipped == version.Base) return new MergedTemplate(version, version.Text, Conflict: null);
        if (shipped is null) return new MergedTemplate(version, version.Text, "The files of this version have no such file any more.");

        var change = new LineChange(version.Path, version.Base ?? "", version.Text);
        if (change.IsIn(shipped)) return new MergedTemplate(version, Text: null, Conflict: null);
        if (!FileLine.IsSectioned(version.Path)) return new MergedTemplate(version, version.Text, "The files of this version have a newer one than it was made from.");

        var text = change.Over(shipped, out var otherwise);
        return new MergedTemplate(version, text, otherwise is null ? null : $"A line that it changes reads otherwise in the files of this version: {otherwise}");
    }

    /// <summary>A shipped file; null when there is none.</summary>
    public static string? Shipped(string templates, string path)
    {
        var file = Path.Combine(templates, path);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
    }
}
