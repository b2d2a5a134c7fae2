using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>What a model is trained from.</summary>
/// <param name="Sentences">The features of each sentence, every feature once.</param>
/// <param name="Labels">The label of each sentence, from 0 on.</param>
/// <param name="LabelCount">How many labels there are.</param>
/// <param name="Agreeing">Whether the model is only sure where <see cref="CharacterRates"/> say the same.</param>
internal sealed record Lesson(IReadOnlyList<ulong[]> Sentences, IReadOnlyList<int> Labels, int LabelCount, bool Agreeing = false)
{
    /// <summary>The same for lessons from which this version of the program, on a machine of this kind, makes the same model.</summary>
    public string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ModelTrainer).Module.ModuleVersionId.ToByteArray());
        Append([Vector<float>.Count, LabelCount, Agreeing ? 1 : 0, Sentences.Count]);
        Append([.. Labels]);
        foreach (var sentence in Sentences)
        {
            Append([sentence.Length]);
            hash.AppendData(MemoryMarshal.AsBytes(sentence.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(ReadOnlySpan<int> numbers) => hash.AppendData(MemoryMarshal.AsBytes(numbers));
    }
}
