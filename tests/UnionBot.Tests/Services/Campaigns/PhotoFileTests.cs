using System.Text;
using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.Tests.Services.Campaigns;

/// <summary>What a photo's file says of itself is read, and nothing of it is kept.</summary>
public sealed class PhotoFileTests
{
    private static readonly byte[] Plain = TrialPicture.Content.ToArray();

    [Fact]
    public void A_phone_photo_says_when_and_where_it_was_taken()
    {
        var facts = ExifReader.Read(ExifJpeg.With(Plain));

        Assert.Equal(new DateTimeOffset(2026, 1, 15, 2, 20, 30, TimeSpan.Zero), facts.TakenAt);
        Assert.Equal((36.65, 117.12), (Math.Round(facts.Place!.Value.Latitude, 6), Math.Round(facts.Place.Value.Longitude, 6)));
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("+09:00", 1)]
    [InlineData("-02:00", 12)]
    public void A_time_without_zone_is_meant_in_China(string? zone, int hourUtc) =>
        Assert.Equal(hourUtc, ExifReader.Read(ExifJpeg.With(Plain, zone: zone)).TakenAt!.Value.Hour);

    [Fact]
    public void A_photo_without_EXIF_says_nothing() => Assert.Equal(PhotoFacts.None, ExifReader.Read(Plain));

    [Fact]
    public void No_broken_file_ends_the_reader()
    {
        var random = new Random(7);
        var whole = ExifJpeg.With(Plain);
        for (var i = 0; i < 20_000; i++)
        {
            var broken = whole[..random.Next(whole.Length)];
            for (var hits = random.Next(8); hits > 0 && broken.Length > 0; hits--) broken[random.Next(Math.Min(broken.Length, 520))] = (byte)random.Next(256);

            ExifReader.Read(broken);
            ExifReader.OrientationOf(broken);
            JpegStripper.Strip(broken);
            JpegSegments.SizeOf(broken);
        }
    }

    [Fact]
    public void Everything_but_the_picture_is_taken_out_and_the_picture_stays_bit_by_bit()
    {
        byte[] comment = [0xFF, 0xFE, 0, 8, .. "secret"u8];
        byte[] file = [.. ExifJpeg.With([.. Plain[..2], .. comment, .. Plain[2..]]), .. "behind the end"u8];

        var stripped = JpegStripper.Strip(file)!;

        Assert.Equal(Plain, stripped);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(stripped));
        Assert.Equal((96, 72), JpegSegments.SizeOf(stripped));
    }

    [Fact]
    public void A_photo_that_lies_on_its_side_must_be_written_anew()
    {
        Assert.Null(JpegStripper.Strip(ExifJpeg.With(Plain, orientation: 6)));
        Assert.Equal(6, ExifReader.OrientationOf(ExifJpeg.With(Plain, orientation: 6)));
    }

    [Fact]
    public void A_photo_that_was_cut_off_is_not_stripped() => Assert.Null(JpegStripper.Strip(Plain.AsSpan(..^200)));

    [Fact]
    public void A_mark_holds_nothing_that_means_something_to_the_program()
    {
        var mark = new PhotoMark("@/etc/passwd %[exif:*] 历山-031\\n", new DateOnly(2026, 1, 15));

        Assert.Equal("etcpasswdexif历山-031n 2026-01-15", mark.Text(isChinese: true));
        Assert.Equal("etcpasswdexif-031n 2026-01-15", mark.Text(isChinese: false));
    }
}
