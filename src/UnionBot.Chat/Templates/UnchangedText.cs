using System.Text;
using HandlebarsDotNet;

namespace UnionBot.Chat.Templates;

/// <summary>Messages are plain text, also what a block says before it is looked at again.</summary>
internal sealed class UnchangedText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => target.Write(text);

    public void Encode(string? text, TextWriter target) => target.Write(text);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() is true) target.Write(text.Current);
    }
}
