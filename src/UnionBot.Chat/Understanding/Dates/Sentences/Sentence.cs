using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Scanning;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>Puts the tokens of a text together to mentions, and notes what the words around them say of each.</summary>
internal sealed class Sentence
{
    private readonly List<Mention> _mentions = [];
    private readonly Surroundings _around;
    private readonly Today _today;

    private Sentence(string text, Today today) => (_around, _today) = (new Surroundings(text), today);

    /// <summary>In the order said, refused ones and facts included.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>True when any other day would do: 除了周三都行.</summary>
    public bool IsOpen { get; private set; }

    private Mention? Current => _mentions.Count > 0 ? _mentions[^1] : null;

    public static Sentence Of(IReadOnlyList<Token> tokens, string text, Today today)
    {
        var sentence = new Sentence(text, today);
        foreach (var token in tokens) sentence.Take(token);
        sentence.EndClause(text.Length);
        return sentence;
    }

    private void Take(Token token)
    {
        switch (token)
        {
            case DayToken day: TakeDay(day); break;
            case TimeToken time: TakeTime(time); break;
            case MarkToken mark: TakeMark(mark); return;
            case ClauseEnd: EndClause(token.Start); _around.Clause(token); return;
            default: _around.Pass(token); return;
        }

        _around.Spoken(token);
    }

    private void TakeDay(DayToken token)
    {
        if (_around.IsSlip(token) && _mentions.Exists(m => m.Day == token.Phrase))
        {
            Deny(token.Phrase);
            return;
        }

        var isPlain = _around.LinkTo(token) == Link.Also && !_around.Denies(token);
        if (isPlain && Current is { } current && TryJoin(current, token)) return;

        var phrase = Current is { IsFact: false, Day: { } earlier } ? token.Phrase.Behind(earlier) : token.Phrase;
        if (_around.Denies(token)) Deny(phrase);
        Add(token, new Mention
        {
            Day = phrase,
            DaySpan = token.SpanOrNull,
            Link = _around.LinkTo(token),
            Chain = ChainOf(token),
            Clause = _around.ClauseNumber,
        });
    }

    /// <summary>改到明天，啊不是明天: what was said before of this day no longer counts.</summary>
    private void Deny(DayPhrase phrase)
    {
        foreach (var mention in _mentions.Where(m => m.Day == phrase)) mention.IsRefused = true;
    }

    /// <summary>True when the day only completes what was said before, or adds nothing to it.</summary>
    private bool TryJoin(Mention current, DayToken token)
    {
        var isJoined = _around.JoinsOn(token);
        if (_around.IsRange && isJoined && current is { HasRealDay: true, LastDay: null, Time: null })
        {
            current.LastDay = token.Phrase.Behind(current.Day!);
            current.DaySpan = Span(current.DaySpan, token);
            return true;
        }

        if (current is { Day: null, IsRefused: false, IsBusy: false, IsFact: false })
        {
            (current.Day, current.DaySpan) = (token.Phrase, token.Span);
            return true;
        }

        if (current.HasRealDay && isJoined && !_around.IsChoice && SameDay.Is(current.Day!, token.Phrase, _today))
        {
            current.DaySpan = Span(current.DaySpan, token);
            if (current.Day is Weekday) current.Day = token.Phrase;
            return true;
        }

        return TryRefine(current, token);
    }

    /// <summary>有空 beside a day says that the day does; a day behind 下周 or 过几天 says which.</summary>
    private bool TryRefine(Mention current, DayToken token)
    {
        if (current is { HasRealDay: true, IsRefused: false, IsFact: false } && token.Phrase is NoDay { Reason: NoWhen.Vague })
        {
            if (current.Clause == _around.ClauseNumber) current.IsWished = true;
            return true;
        }

        if (current is not { Day: NoDay { Reason: NoWhen.Vague }, IsRefused: false, IsFact: false } || _around.IsChoice) return false;
        (current.Day, current.DaySpan) = (token.Phrase.Behind(current.Day), token.Span);
        return true;
    }

    private void TakeTime(TimeToken token)
    {
        var current = Current;
        var isPlain = _around.LinkTo(token) == Link.Also && !_around.Denies(token);
        var isSameClause = current?.Clause == _around.ClauseNumber || _around.JoinsOn(token);
        if (isPlain && isSameClause && current is { IsRefused: false }
            && TimeJoint.TryJoin(current, token, _around.JoinsOn(token), _around.IsChoice)) return;

        var lends = current?.LendsDay ?? false;
        Add(token, new Mention
        {
            Day = lends ? current!.Day : null,
            LastDay = lends ? current!.LastDay : null,
            DaySpan = lends ? current!.DaySpan : null,
            Time = current is { Time: { } earlier, IsFact: false } ? token.Phrase.Behind(earlier) : token.Phrase,
            TimeSpan = token.SpanOrNull,
            Link = _around.LinkTo(token),
            Chain = ChainOf(token),
            Clause = _around.ClauseNumber,
        });
    }

    private void Add(Token token, Mention mention)
    {
        mention.IsRefused = _around.Denies(token) || (_around.IsStillDenied(token) && Current is { IsRefused: true });
        mention.IsBusy = _around.IsOld;
        mention.IsWished = _around.IsWished || (_around.IsSecondBest && Current is { IsWished: true });
        _mentions.Add(mention);
    }

    private int ChainOf(Token token) =>
        Current is { } current ? (_around.JoinsOn(token) ? current.Chain : current.Chain + 1) : 0;

    private void TakeMark(MarkToken token)
    {
        var isHere = Current is { } current && current.Clause == _around.ClauseNumber;
        switch (token.Mark)
        {
            case Mark.Refused: Refuse(token, isHere); break;
            case Mark.Busy when isHere: ForChain(m => m.IsBusy = true); break;
            case Mark.Fact when isHere && Current!.Day is not { IsSurelyAhead: true }: ForChain(m => m.IsFact = true); break;
            case Mark.Fact when isHere: ForChain(m => m.IsBusy = true); break;
            case Mark.Free: Allow(token, isHere); break;
            case Mark.Open: IsOpen = true; break;
        }

        _around.Note(token);
    }

    /// <summary>周三不行; and in a clause of its own: 周三，不行，周四.</summary>
    private void Refuse(MarkToken token, bool isHere)
    {
        if (Current is null || _around.IsCondition) return;
        if (isHere || _around.OpensClause(token)) ForChain(m => m.IsRefused = true);
    }

    private void Allow(MarkToken token, bool isHere)
    {
        if (!isHere)
        {
            IsOpen |= Current is { IsRefused: true } && _around.SaysAll(token);
            return;
        }

        if (Current!.IsRefused) IsOpen |= _around.SaysAll(token);
        if (token.End - token.Start > 1 || _around.JoinsOn(token)) Current.IsWished = true;
    }

    private void ForChain(Action<Mention> note)
    {
        var chain = Current!.Chain;
        foreach (var mention in _mentions)
        {
            if (mention.Chain == chain) note(mention);
        }
    }

    private void EndClause(int end)
    {
        if (Current is not { } current || current.Clause != _around.ClauseNumber) return;
        if (_around.IsWished) current.IsWished = true;

        // 周一不要: the word that mostly denies what follows has nothing behind it.
        if (_around.DenialEndsClause(end)) ForChain(m => m.IsRefused = true);
    }

    private static TextSpan Span(TextSpan? first, Token last) =>
        first is { } span ? new TextSpan(span.Start, last.End - span.Start) : last.Span;
}
