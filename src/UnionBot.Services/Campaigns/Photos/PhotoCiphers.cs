using System.Buffers.Binary;
using System.Globalization;
using UnionBot.Core.Data;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>The encrypted columns of photos of visits.</summary>
internal sealed class PhotoCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn Content = new("proof_picture", "content", Row: "int8send(photo_id)") { PageSize = 10 };
    private static readonly SealedColumn Place = new("proof_photo", "place", Row: "int8send(id)");

    private readonly CipherColumn _content = cipher.Column(Content);
    private readonly CipherColumn _place = cipher.Column(Place);

    public byte[] SealPicture(long photo, ReadOnlySpan<byte> picture) => _content.SealBytes(picture, RowOf(photo));

    public byte[] OpenPicture(ProofPicture picture) => _content.OpenBytes(picture.Content, RowOf(picture.PhotoId));

    public byte[] SealPlace(long photo, PhotoPlace place) =>
        _place.Seal(string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:R} {place.Longitude:R}"), photo);

    public PhotoPlace? OpenPlace(ProofPhoto photo)
    {
        if (photo.Place is not { } place) return null;

        var degrees = _place.Open(place, photo.Id).Split(' ');
        return new PhotoPlace(double.Parse(degrees[0], CultureInfo.InvariantCulture), double.Parse(degrees[1], CultureInfo.InvariantCulture));
    }

    private static byte[] RowOf(long photo)
    {
        var row = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(row, photo);
        return row;
    }
}
