using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>What people say in a talk about work besides what it should be, from <c>vacancies/cues.yaml</c>.</summary>
internal sealed class CueWords
{
    private readonly WordFinder<Cue> _words;

    private readonly WordFinder<bool> _filler;

    private readonly WordFinder<bool> _matters;

    private readonly string[] _anotherAlone;

    private CueWords(WordFinder<Cue> words, Dictionary<string, string[]> lists)
    {
        (_words, _anotherAlone) = (words, lists["another-alone"]);
        (_filler, _matters) = (Finder(lists["filler"]), Finder(lists["matter"]));
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static CueWords Load(DataFolder folder)
    {
        var words = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["filler"] = [], ["another-alone"] = [], ["matter"] = [] };
        foreach (var (name, list) in DataFile.Read(folder.Understanding("vacancies", "cues.yaml")).Entries())
        {
            if (lists.ContainsKey(name))
            {
                lists[name] = [.. list.Words().Select(w => w.Word)];
                continue;
            }

            var pascal = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name).Replace("-", "", StringComparison.Ordinal);
            if (!Enum.TryParse<Cue>(pascal, out var cue) || cue == Cue.None) throw list.Broken($"'{name}' is no cue.");
            foreach (var (word, at) in list.Words())
            {
                if (!words.TryAdd(word, cue)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        return new CueWords(new WordFinder<Cue>(words), lists);
    }

    public Cue Read(string text) =>
        _words.In(text).Aggregate(_anotherAlone.Contains(text) ? Cue.Another : Cue.None, (all, word) => all | word.Meaning);

    /// <summary>The text with commas in place of what is asked of the law: 加班费怎么算 wants no overtime.</summary>
    public string WithoutMatters(string text)
    {
        var rest = text.ToCharArray();
        foreach (var (start, end, _) in _matters.In(text)) rest.AsSpan(start..end).Fill('，');
        return new string(rest);
    }

    /// <summary>Every cue, and what says nothing of its own: 我要, 有没有, 的.</summary>
    public IEnumerable<(int Start, int End)> KnownIn(string text) =>
        _words.In(text).Select(w => (w.Start, w.End)).Concat(_filler.In(text).Select(w => (w.Start, w.End)));

    /// <summary>Where the first word of a cue begins; -1 when none is there.</summary>
    public int IndexOf(string text, Cue cue) => Find(text, cue).Select(word => (int?)word.Start).FirstOrDefault() ?? -1;

    /// <summary>The words of a cue, from left to right.</summary>
    public IEnumerable<FoundWord<Cue>> Find(string text, Cue cue) => _words.In(text).Where(word => (word.Meaning & cue) != 0);

    private static WordFinder<bool> Finder(string[] words) => new(words.Select(word => KeyValuePair.Create(word, true)));
}

[Flags]
public enum Cue
{
    None = 0,

    /// <summary>换一批.</summary>
    Another = 1 << 0,

    /// <summary>联系: an officer is to call.</summary>
    Contact = 1 << 1,

    /// <summary>签约前注意什么.</summary>
    Checklist = 1 << 2,

    /// <summary>不靠谱.</summary>
    Report = 1 << 3,

    /// <summary>下一个: the wish for the other person.</summary>
    NextPerson = 1 << 4,

    /// <summary>离家近点.</summary>
    Nearer = 1 << 5,

    /// <summary>工资高的.</summary>
    ByPay = 1 << 6,

    /// <summary>最好: what follows is liked, not demanded.</summary>
    Prefer = 1 << 7,

    /// <summary>加上: what is said comes on top of what was said before.</summary>
    Add = 1 << 8,

    /// <summary>随便.</summary>
    Anything = 1 << 9,

    /// <summary>没有证.</summary>
    NoLicence = 1 << 10,

    /// <summary>不留电话.</summary>
    NoPhone = 1 << 11,

    /// <summary>Something about the worker that no employer may learn from us.</summary>
    Sensitive = 1 << 12,

    /// <summary>腰不好: no heavy work.</summary>
    Frail = 1 << 13,

    /// <summary>刷单, 加微信: an advertisement, or what is known for fraud.</summary>
    Advert = 1 << 14,

    /// <summary>再想想: no officer is to call for now.</summary>
    NotNow = 1 << 20,

    /// <summary>也行: as <see cref="Add"/>, for the trade or place beside it.</summary>
    Also = 1 << 15,

    /// <summary>或者: as <see cref="Add"/>, at the very beginning.</summary>
    AddFirst = 1 << 16,

    /// <summary>换成: changes the wish, also where it says as much as a new one.</summary>
    Change = 1 << 17,

    /// <summary>重新找: what was said before counts no more.</summary>
    Restart = 1 << 18,

    /// <summary>要底薪: no post that pays by commission only.</summary>
    WantsBase = 1 << 19,

    /// <summary>不要站着的: what no post tells.</summary>
    Untold = 1 << 21,
}
