using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.Tests.Services.Campaigns;

public sealed class HashPiecesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(15)]
    public void Whatever_differs_in_so_many_bits_has_a_piece_among_those_near(int bits)
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var hash = random.NextInt64(long.MinValue, long.MaxValue);
            var other = hash;
            foreach (var bit in Enumerable.Range(0, 64).OrderBy(_ => random.Next()).Take(bits)) other ^= 1L << bit;

            Assert.Equal(bits, PictureHash.Distance(hash, other));
            Assert.Contains(HashPieces.Near(hash, bits).Index(), near => near.Item.Contains((int)(other >> (48 - (near.Index * 16))) & 0xFFFF));
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(7, 17)]
    [InlineData(11, 137)]
    [InlineData(15, 697)]
    public void Few_values_are_near_a_piece(int bits, int values) => Assert.All(HashPieces.Near(-1, bits), near => Assert.Equal(values, near.Length));

    [Fact]
    public void A_wall_has_no_hash_and_a_picture_has_one_that_light_does_not_change()
    {
        var wall = Enumerable.Repeat((byte)120, PictureHash.Bytes).ToArray();
        var picture = wall.Select((_, i) => (byte)(60 + ((i * i / 7) % 90))).ToArray();
        var brighter = picture.Select(p => (byte)(p + 40)).ToArray();

        Assert.Null(PictureHash.Of(wall));
        Assert.NotNull(PictureHash.Of(picture));
        Assert.Equal(PictureHash.Of(picture), PictureHash.Of(brighter));
    }
}
