using System.Text;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Tests.Core.Imports;

/// <summary>A small import of names, phones and codes, and what came of it.</summary>
internal sealed class ImportBench
{
    public static readonly ImportColumn<string> Name = new(["姓名", "会员姓名"], ImportParsers.Text(20)) { IsRequired = true };

    public static readonly ImportColumn<MobileNumber> Phone = new(["手机号", "手机", "联系电话"], ImportParsers.Mobile);

    public static readonly ImportColumn<string> Code = new(["编号"], ImportParsers.Code(longest: 6, shortest: 6)) { KeepsZeros = true };

    public static readonly ImportColumn<DateOnly?> Joined =
        new(["入会日期"], ImportParsers.Day(new DateOnly(1949, 1, 1), new DateOnly(2026, 11, 21)));

    private static readonly ImportWords Words = ImportWords.Load(new DataFolder(Tree.Templates), []);

    private ImportBench(Stream stream, ImportLimits? limits)
    {
        using var file = new ImportFile(stream, "会员.csv");
        Rows = [.. Importer.Read(file, [Name, Phone, Code, Joined], Report, limits)];
    }

    public ImportReport Report { get; } = new();

    public IReadOnlyList<ImportRow> Rows { get; }

    public IEnumerable<string> Faults => Report.FirstFaults.Select(Words.Of);

    public IEnumerable<Enum> Problems => Report.FirstFaults.Select(fault => fault.Reason.Problem);

    public IEnumerable<string> Notices => Report.Notices.Select(Words.Of);

    public static ImportBench Of(Stream stream, ImportLimits? limits = null) => new(stream, limits);

    public static ImportBench Of(string text, ImportLimits? limits = null) => Of(Encoding.UTF8.GetBytes(text), limits);

    public static ImportBench Of(byte[] bytes, ImportLimits? limits = null) => new(new MemoryStream(bytes), limits);

    /// <summary>The rows as name, phone, code and day, parted by |.</summary>
    public IEnumerable<string> Read() => Rows.Select(row =>
        $"{row.Get(Name)}|{row.Get(Phone)?.Value}|{row.Get(Code)}|{row.Get(Joined):yyyy-MM-dd}");
}
