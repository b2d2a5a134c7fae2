namespace UnionBot.Core.Imports;

/// <summary>Thrown while a file is read when nothing after this place can be read.</summary>
/// <param name="row">0 when the whole file is meant.</param>
internal sealed class UnreadableFileException(int row, ImportReason reason) : Exception(reason.Problem.ToString())
{
    public ImportFault Fault { get; } = new(row, null, reason);
}
