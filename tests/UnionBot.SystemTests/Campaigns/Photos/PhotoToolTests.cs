using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.SystemTests.Hosting;
using Xunit.Abstractions;

namespace UnionBot.SystemTests.Campaigns.Photos;

/// <summary>ImageMagick itself: what it finds, what it refuses, and what it cannot do to us.</summary>
public sealed class PhotoToolTests(ITestOutputHelper output)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_tool_is_there_when_it_reads_our_trial_picture_as_expected()
    {
        using var real = Tool();
        using var other = Tool(new PhotoRules { Tool = "/bin/cat" });
        using var none = Tool(new PhotoRules { Tool = "/nowhere/convert" });

        Assert.Equal((true, false, false), (await real.IsPresentAsync(Ct), await other.IsPresentAsync(Ct), await none.IsPresentAsync(Ct)));
        Assert.Null(await none.LookAsync([TrialPicture.Content], Ct));
    }

    [Fact]
    public async Task Hostile_files_are_refused_and_harm_no_other_photo_of_the_run()
    {
        var (one, other) = (await PhotoMill.MakeAsync(1), await PhotoMill.MakeAsync(2, "webp"));
        var bomb = HugePng.Of(side: 9000);
        byte[] script = Encoding.ASCII.GetBytes("push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1/x|touch /tmp/x'\npop graphic-context\n");
        byte[] disguised = [0xFF, 0xD8, 0xFF, 0xE0, .. script];
        using var tool = Tool();

        var looks = await tool.LookAsync([one, bomb, script, disguised, other, one.AsMemory(0, 40)], Ct);

        Assert.Equal([true, false, false, false, true, false], looks!.Select(look => look.IsReadable));
        Assert.Equal((await tool.LookAsync([one], Ct))!.Single().Hash, looks![0].Hash);
        Assert.Equal((await tool.LookAsync([other], Ct))!.Single().Hash, looks[4].Hash);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_killed_and_leaves_nothing_behind()
    {
        using var folder = new PrivateFolder();
        var program = folder.File("convert");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho $$ > \"$0.pid\"\nexec sleep 300\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var rules = new PhotoRules { Tool = program, LongestRun = TimeSpan.FromSeconds(1) };
        using var work = new PrivateFolder();

        Assert.Null(await new ToolRun(rules, program).RunAsync(["x"], default, work.Path, Ct));

        var pid = (await File.ReadAllTextAsync(program + ".pid", Ct)).Trim();
        await Eventually.HoldsAsync(() => Task.FromResult(!Directory.Exists($"/proc/{pid}")));
    }

    [Fact]
    public async Task A_marked_copy_shows_number_and_day_in_its_corner_and_says_nothing_else()
    {
        var picture = ExifJpeg.With(await PhotoMill.MakeAsync(5));
        using var tool = Tool();

        var copy = await new MarkedCopies(tool, new PhotoRules()).MakeAsync(picture, new PhotoMark("历山-031", new DateOnly(2026, 1, 15)), Ct);

        Assert.Equal(JpegSegments.SizeOf(picture), JpegSegments.SizeOf(copy));
        Assert.Equal(PhotoFacts.None, ExifReader.Read(copy));
        var (corner, rest) = (await DifferenceAsync(picture, copy!, "southeast"), await DifferenceAsync(picture, copy!, "northwest"));
        Assert.True(corner > 10 * rest, $"corner {corner}, rest {rest}");
    }

    [Fact]
    public async Task A_photo_that_lies_on_its_side_is_kept_upright()
    {
        var picture = await PhotoMill.RunAsync(["-size", "400x200", "plasma:fractal", "jpeg:-"], default);
        using var tool = Tool();

        var upright = await tool.ToJpegAsync(ExifJpeg.With(picture, orientation: 6), Ct);

        Assert.Equal((200, 400), JpegSegments.SizeOf(upright));
    }

    /// <summary>The figures are in the README; they are printed with the result of this test.</summary>
    [Fact]
    public async Task Copies_are_found_and_other_pictures_are_not_taken_for_them()
    {
        var rules = new PhotoRules();
        using var tool = Tool(rules);
        var count = Effort.Of(ordinary: 24, full: 200);
        var pictures = new byte[count][];
        for (var i = 0; i < count; i++) pictures[i] = await PhotoMill.MakeAsync(i);
        var hashes = await HashAsync(tool, pictures);

        foreach (var copy in PhotoMill.Copies.Keys)
        {
            var copies = new byte[count][];
            for (var i = 0; i < count; i++) copies[i] = await PhotoMill.CopyAsync(pictures[i], copy);
            var bits = (await HashAsync(tool, copies)).Zip(hashes, PictureHash.Distance).Order().ToArray();
            var found = bits.Count(b => b <= rules.LookAlikeBits) / (double)count;
            output.WriteLine(FormattableString.Invariant($"{copy}: {found:P1} found; bits: middle {bits[count / 2]}, most {bits[^1]}"));
            Assert.True(found >= (copy.StartsWith('4') ? 0.4 : 0.95), $"{copy}: only {found:P1} found");
        }

        var apart = hashes.SelectMany((hash, i) => hashes.Skip(i + 1).Select(other => PictureHash.Distance(hash, other))).Order().ToArray();
        var wrong = apart.Count(b => b <= rules.LookAlikeBits) / (double)apart.Length;
        output.WriteLine(FormattableString.Invariant($"{apart.Length} pairs of different pictures: {wrong:P3} look alike; least bits: {string.Join(' ', apart.Take(5))}"));
        Assert.True(wrong < 0.005, $"{wrong:P3} of the pairs look alike");
    }

    private static PhotoTool Tool(PhotoRules? rules = null) => new(rules ?? new PhotoRules(), NullLogger<PhotoTool>.Instance);

    private static async Task<long[]> HashAsync(PhotoTool tool, byte[][] pictures)
    {
        var hashes = new List<long>();
        foreach (var run in pictures.Chunk(40))
            hashes.AddRange((await tool.LookAsync([.. run.Select(p => (ReadOnlyMemory<byte>)p)], Ct))!.Select(look => look.Hash!.Value));
        return [.. hashes];
    }

    /// <summary>The mean difference of grey in a part of 30 % × 8 %.</summary>
    private static async Task<double> DifferenceAsync(byte[] one, byte[] other, string corner)
    {
        string[] part = ["-gravity", corner, "-crop", "30x8%+0+0", "+repage", "-colorspace", "Gray", "-depth", "8", "gray:-"];
        var (before, after) = (await PhotoMill.RunAsync(["jpeg:-", .. part], one), await PhotoMill.RunAsync(["jpeg:-", .. part], other));
        return before.Zip(after, (a, b) => Math.Abs(a - b)).Average();
    }
}
