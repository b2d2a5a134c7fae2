using System.Buffers.Binary;
using UnionBot.Core.Data;

namespace UnionBot.Core.Cases;

/// <summary>The sealed notes of cases, each bound to its entry.</summary>
public sealed class CaseCiphers(FieldCipher cipher)
{
    private const int RowBytes = sizeof(long) + sizeof(int);

    private static readonly SealedColumn Note = new("case_entry", "note", Row: "int8send(case_id) || int4send(number)");

    private readonly CipherColumn _note = cipher.Column(Note);

    public byte[] SealNote(string note, long @case, int number) =>
        _note.Seal(note, Row(@case, number, stackalloc byte[RowBytes]));

    /// <returns>"" for an entry that is no note.</returns>
    public string OpenNote(CaseEntry entry) =>
        entry.Note is null ? "" : _note.Open(entry.Note, Row(entry.CaseId, entry.Number, stackalloc byte[RowBytes]));

    private static ReadOnlySpan<byte> Row(long @case, int number, Span<byte> row)
    {
        BinaryPrimitives.WriteInt64BigEndian(row, @case);
        BinaryPrimitives.WriteInt32BigEndian(row[sizeof(long)..], number);
        return row;
    }
}
