using UnionBot.Core.Data;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>The encrypted columns of this service: words of people.</summary>
public sealed class ReviewCiphers(FieldCipher cipher)
{
    private static readonly SealedColumn ReviewText = new("review_sentence", "text", Row: "uuid_send(id)");
    private static readonly SealedColumn AddedText = new("added_sentence", "text", Row: "uuid_send(id)");

    private readonly CipherColumn _review = cipher.Column(ReviewText);
    private readonly CipherColumn _added = cipher.Column(AddedText);
    private readonly LookupHash _hash = cipher.Lookup("review-sentence");

    public byte[] SealReview(Guid id, string text) => _review.Seal(text, id.ToByteArray(bigEndian: true));

    public string Open(ReviewSentence sentence) => _review.Open(sentence.Text, sentence.Id.ToByteArray(bigEndian: true));

    public byte[] SealAdded(Guid id, string text) => _added.Seal(text, id.ToByteArray(bigEndian: true));

    public string Open(AddedSentenceRow sentence) => _added.Open(sentence.Text, sentence.Id.ToByteArray(bigEndian: true));

    public byte[] HashOf(string text) => _hash.Of(text);
}
