using UnionBot.Core.Data;
using static UnionBot.Tests.Core.Data.TestKeys;

namespace UnionBot.Tests.Core.Data;

public sealed class KeyProofTests
{
    private readonly IReadOnlyList<KeyProof> _kept = KeyProof.Make(Cipher(K1));

    [Fact]
    public void The_keys_that_made_the_proofs_pass_also_after_a_new_key_came_first() =>
        Assert.All(_kept, proof => Assert.Null(proof.Fault(Cipher(K2, K1))));

    [Theory]
    [InlineData(2, 100, "key 'k1' is not the one")]
    [InlineData(1, 101, "Encryption:LookupKey is not the one")]
    public void A_wrong_key_is_named(byte key, byte lookup, string reason) =>
        Assert.Contains(reason, Faults(new(EncryptionKeys.Parse($"k1:{Base64(key)}", Base64(lookup)))), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_was_taken_away_too_early_is_named() =>
        Assert.Contains("lacks key 'k1'", Faults(Cipher(K2)), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_proof_passes_no_key() =>
        Assert.NotNull(new KeyProof("k1", [1, 2, 3]).Fault(Cipher(K1)));

    private string Faults(FieldCipher cipher) => string.Join('\n', _kept.Select(proof => proof.Fault(cipher)));
}
