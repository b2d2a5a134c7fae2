namespace UnionBot.Chat.Understanding.Reading;

/// <summary>A syllable spelt in letters (wo yao) that stands for no character in particular: it has a sound only.</summary>
internal static class Heard
{
    private const char First = '\uE400';
    private const char Last = '\uE7FF';

    public static bool IsHeard(char c) => c is >= First and <= Last;

    public static char Of(ushort sound) => (char)(First + sound);

    public static ushort SoundOf(char c) => (ushort)(c - First);
}
