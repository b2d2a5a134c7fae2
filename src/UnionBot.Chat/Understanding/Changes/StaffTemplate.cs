namespace UnionBot.Chat.Understanding.Changes;

/// <summary>A file of the templates as staff changed or added it.</summary>
/// <param name="Number">By which staff name it.</param>
/// <param name="Path">Below the folder <c>templates</c>, with slashes.</param>
/// <param name="Base">The shipped file that it was made from; null when there was none.</param>
/// <param name="Text">The whole file.</param>
public sealed record StaffTemplate(long Number, string Path, string? Base, string Text);

/// <summary>What comes of a staff version over the files as they are shipped now.</summary>
/// <param name="Text">The file in force; null when the shipped one says all of it by itself.</param>
/// <param name="Conflict">Why staff should look at it; null when nothing was shipped that speaks against it.</param>
public sealed record MergedTemplate(StaffTemplate Version, string? Text, string? Conflict);

/// <summary>A staff version that the files of this version of the bot speak against.</summary>
/// <param name="IsInForce">Whether it counts all the same; else the shipped file does.</param>
public sealed record TemplateConflict(StaffTemplate Version, string Reason, bool IsInForce);
