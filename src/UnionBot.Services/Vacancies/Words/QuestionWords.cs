using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>Reads what is asked about one vacancy: 有五险吗, 几点上班. Words from <c>vacancies/questions.yaml</c>.</summary>
public sealed class QuestionWords
{
    private static readonly AskedField[] Fields = Enum.GetValues<AskedField>()[1..];

    private readonly TraitWords _traits;
    private readonly string[] _asks;
    private readonly string[] _asksAtEnd;
    private readonly string[] _yesOrNo;
    private readonly string[] _noYesOrNo;
    private readonly string[] _looksFor;
    private readonly string[] _behindIt;
    private readonly string[] _notAboutIt;
    private readonly (AskedField Field, string[] Words)[] _fields;

    private QuestionWords(TraitWords traits, string[][] lists)
    {
        (_traits, _asks, _asksAtEnd, _yesOrNo, _noYesOrNo) = (traits, lists[0], lists[1], lists[2], lists[3]);
        (_looksFor, _behindIt, _notAboutIt, _fields) = (lists[4], lists[5], lists[6], [.. Fields.Zip(lists[7..])]);
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static QuestionWords Load(DataFolder folder, TraitWords traits)
    {
        string[] names = ["asks", "asks-at-end", "yes-or-no", "no-yes-or-no", "looks-for", "behind-it", "not-about-it", .. Fields.Select(field => field.ToString().ToLowerInvariant())];
        var sections = DataFile.Read(folder.Understanding("vacancies", "questions.yaml")).Sections(names);
        return new QuestionWords(traits, [.. sections.Select(list => list.Words().Select(w => w.Word).ToArray())]);
    }

    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>Null when nothing is asked, or not of one vacancy.</returns>
    public Asked? Read(string text)
    {
        if (!Asks(text) || Has(text, _notAboutIt) || LooksForAnother(text)) return null;

        var traits = _traits.Read(text);
        var fields = _fields.Where(f => Has(text, f.Words)).Aggregate(AskedField.None, (all, f) => all | f.Field);
        var asked = new Asked(traits.Stated | traits.Denied, fields);
        return asked == Asked.Nothing ? null : asked;
    }

    /// <summary>What is asked of every vacancy of a list by yes or no: 有五险吗.</summary>
    /// <inheritdoc cref="Read"/>
    public VacancyTraits ReadOverList(string text) =>
        (Has(text, _yesOrNo) || EndsWith(text, _asksAtEnd)) && !Has(text, _noYesOrNo) && Read(text) is { Fields: AskedField.None } asked
            ? asked.Traits
            : VacancyTraits.None;

    /// <summary>有没有不看年龄的: no question about a vacancy that is known, but a wish for another.</summary>
    public bool LooksForAnother(string text) => Has(text, _looksFor) && EndsWith(text, _behindIt);

    private bool Asks(string text) => Has(text, _asks) || EndsWith(text, _asksAtEnd);

    private static bool EndsWith(string text, string[] words) =>
        Array.Exists(words, word => text.AsSpan().TrimEnd("。.!！?？~ ").EndsWith(word, StringComparison.Ordinal));

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}

/// <summary>What is asked about a vacancy.</summary>
public readonly record struct Asked(VacancyTraits Traits, AskedField Fields)
{
    public static readonly Asked Nothing = new(VacancyTraits.None, AskedField.None);
}

/// <summary>What else than traits can be asked about.</summary>
[Flags]
public enum AskedField
{
    None = 0,
    Hours = 1,
    Place = 2,
    Pay = 4,
    Demands = 8,
    Ages = 16,
    Duties = 32,
    People = 64,

    /// <summary>Whether anything must be paid for the work.</summary>
    Fees = 128,
}
