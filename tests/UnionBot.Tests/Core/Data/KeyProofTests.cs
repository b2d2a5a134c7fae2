using UnionBot.Core.Data;
using static UnionBot.Tests.Core.Data.TestKeys;

namespace UnionBot.Tests.Core.Data;

public sealed class KeyProofTests
{
    private readonly IReadOnlyList<KeyProof> _kept = KeyProof.Make(Cipher(K1).Keys);

    [Fact]
    public void The_keys_that_made_the_proofs_pass_also_after_a_new_key_came_first() =>
        Assert.All(_kept, proof => Assert.Null(proof.Fault(Cipher(K2, K1).Keys)));

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
        Assert.NotNull(new KeyProof("k1", [1, 2, 3], KeyUse.Seals).Fault(Cipher(K1).Keys));

    [Theory]
    [InlineData(KeyUse.Opens)]
    [InlineData(KeyUse.Retired)]
    public void A_key_that_was_replaced_never_becomes_current_again(KeyUse use) => Assert.Contains(
        "key 'k1' has been replaced", Replaced(use).Fault(Cipher(K1, K2).Keys)!, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_still_opens_something_is_needed_and_a_retired_one_is_not()
    {
        Assert.Contains("lacks key 'k1'", Replaced(KeyUse.Opens).Fault(Cipher(K2).Keys)!, StringComparison.Ordinal);
        Assert.Null(Replaced(KeyUse.Opens).Fault(Cipher(K2, K1).Keys));
        Assert.Null(Replaced(KeyUse.Retired).Fault(Cipher(K2).Keys));
        Assert.Null(Replaced(KeyUse.Retired).Fault(Cipher(K2, K1).Keys));
    }

    private KeyProof Replaced(KeyUse use) => _kept.Single(proof => proof.KeyId == "k1") with { Use = use };

    private string Faults(FieldCipher cipher) => string.Join('\n', _kept.Select(proof => proof.Fault(cipher.Keys)));
}
