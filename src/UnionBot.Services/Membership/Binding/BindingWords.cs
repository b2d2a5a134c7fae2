using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Membership.Binding;

/// <summary>What people say besides name, phone and code while they bind. Words from <c>understanding/membership/binding.yaml</c>.</summary>
internal sealed class BindingWords
{
    /// <summary>A longer sentence that holds such words says more than they.</summary>
    private const int LongestRemark = 14;

    private readonly string[] _noPhone;
    private readonly string[] _leaving;
    private readonly string[] _cannot;
    private readonly string[] _willNot;
    private readonly string[] _wrong;
    private readonly Regex _right;

    private BindingWords(IReadOnlyList<string[]> lists) =>
        (_noPhone, _leaving, _cannot, _willNot, _wrong, _right, Unbinding) =
        (lists[0], lists[1], lists[2], lists[3], lists[4], Right(lists[5], lists[6]), lists[7]);

    /// <summary>What 解绑 may mean, as it is offered: this chat only, all of the data, nothing.</summary>
    public IReadOnlyList<string> Unbinding { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static BindingWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("membership", "binding.yaml"))
            .Sections("no-phone", "leaving", "cannot", "will-not", "wrong", "right", "right-end", "unbind")
            .Select(list => list.Words().Select(w => w.Word).ToArray())
            .ToList();
        return new BindingWords(lists);
    }

    /// <summary>Whether the person has no phone: 我没有手机.</summary>
    public bool HasNoPhone(string text) => text.Length <= LongestRemark && Has(text, _noPhone);

    /// <summary>Whether the person will not be bound: 我不想绑了.</summary>
    public bool IsLeaving(string text) => text.Length <= LongestRemark && Has(text, _leaving);

    /// <summary>Whether the person is lost: 我不会弄.</summary>
    public bool IsLost(string text) => text.Length <= LongestRemark && Has(text, _cannot);

    /// <summary>Whether the person would rather not say what is asked for: 不想说, or no.</summary>
    public bool WouldRatherNot(string text) => YesNo.Read(text) is false || (text.Length <= LongestRemark && Has(text, _willNot));

    /// <summary>The right name in 名字打错了，是王方不是王芳; null where none is said to be wrong, or the right one is not said.</summary>
    public string? RightName(string text)
    {
        var isPutRight = Has(text, _wrong);
        foreach (Match match in _right.Matches(text))
        {
            if ((isPutRight || match.Groups["against"].Success) && WhoText.Read(match.Groups["name"].Value).Name is { } name) return name;
        }

        // 打错了，王方: what is left behind the remark.
        return isPutRight && text.Split('，', ',', '。', ' ') is [_, .., { Length: > 0 } last] && !Has(last, _wrong) ? WhoText.Read(last).Name : null;
    }

    private static Regex Right(string[] right, string[] end) => new(
        $@"(?<![不才])(?:{Any(right)})(?<name>[\u3400-\u9fff·•]{{2,6}}?)(?:[，,\s]?(?<against>不是|而不是|不叫)|{Any(end)}|(?=$|[，,。；;！!\s]))"
        + $@"|(?<against>不是|不叫)[\u3400-\u9fff·•]{{2,6}}?[，,\s]?(?:{Any(right)})(?<name>[\u3400-\u9fff·•]{{2,6}}?)(?=$|[，,。；;！!\s])",
        RegexOptions.CultureInvariant);

    private static string Any(string[] words) => string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
