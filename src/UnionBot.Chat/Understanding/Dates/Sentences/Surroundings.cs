using System.Buffers;
using UnionBot.Chat.Understanding.Dates.Scanning;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>What was said since the last day or time, and how near.</summary>
internal sealed class Surroundings(string text)
{
    /// <summary>A word of one character (就, 改, 别) must touch the day; a longer one may be this far away: 不要安排在周三.</summary>
    private const int Near = 4;

    private static readonly SearchValues<char> ClauseSigns = SearchValues.Create(",，。!！?？;；");

    private int _lastEnd = -1;
    private int _covered;
    private bool _hasOtherMark;
    private int _clauseStart;
    private MarkToken? _denial;
    private MarkToken? _turn;

    public int ClauseNumber { get; private set; }

    /// <summary>到 stands between.</summary>
    public bool IsRange { get; private set; }

    /// <summary>或者, 和 stands between.</summary>
    public bool IsChoice { get; private set; }

    /// <summary>原来 stands before.</summary>
    public bool IsOld { get; private set; }

    /// <summary>想约 stands before.</summary>
    public bool IsWished { get; private set; }

    /// <summary>不行的话 stands before.</summary>
    public bool IsSecondBest { get; private set; }

    /// <summary>如果 stands in this clause.</summary>
    public bool IsCondition { get; private set; }

    public void Note(MarkToken token)
    {
        if (token.Mark == Mark.Rather) token = token with { Mark = IsSuggestion(token) ? Mark.Settle : Mark.Or };
        switch (token.Mark)
        {
            case Mark.Or: IsChoice = true; break;
            case Mark.To: IsRange = true; break;
            case Mark.Not: _denial = token; break;
            case Mark.Old: IsOld = true; break;
            case Mark.Wish: IsWished = true; break;
            case Mark.If: IsCondition = true; break;
            case Mark.Else: IsSecondBest = true; break;
            case Mark.Refused when IsCondition: IsSecondBest = true; break;
            case Mark.Fix or Mark.Move or Mark.Settle or Mark.Slip when _turn is not { Mark: Mark.Fix or Mark.Move }:
                _turn = token;
                break;
        }

        _hasOtherMark |= token.Mark is not (Mark.Or or Mark.To);
        Pass(token);
    }

    /// <summary>A token that says nothing of its own here.</summary>
    public void Pass(Token token) => _covered += token.End - token.Start;

    public void Clause(Token token)
    {
        // 明天，不是，后天: a denial that is a clause of its own takes back what came before.
        if (_denial is { } denial && OpensClause(denial) && Ink(denial.End, token.Start) == 0) _turn = denial with { Mark = Mark.Fix };

        ClauseNumber++;
        _clauseStart = token.End;
        (IsCondition, IsWished, _denial) = (false, false, null);
        Pass(token);
    }

    /// <summary>A day or a time was said: what stood before it is used up.</summary>
    public void Spoken(Token token)
    {
        (_lastEnd, _covered, _hasOtherMark) = (token.End, 0, false);
        (IsRange, IsChoice, IsOld, IsWished, IsSecondBest) = (false, false, false, false, false);
        (_denial, _turn) = (null, null);
    }

    /// <summary>How a day or time follows the ones before it.</summary>
    public Link LinkTo(Token token) => _turn switch
    {
        null => Link.Also,
        _ when IsSecondBest => Link.Also,
        { Mark: Mark.Fix or Mark.Slip } => Link.Instead,
        { Mark: Mark.Move } when IsNear(_turn, token) => Link.Moved,
        { Mark: Mark.Settle } when IsNear(_turn, token) => Link.Instead,
        _ => Link.Also,
    };

    public bool Denies(Token token) => _denial is not null && IsNear(_denial, token);

    /// <summary>啊不是 stands before this token; it denies what was said before, or what it says again.</summary>
    public bool IsSlip(Token token) => _turn is { Mark: Mark.Slip } && IsNear(_turn, token);

    /// <summary>True for 周一不要 at the end of a clause.</summary>
    public bool DenialEndsClause(int end) =>
        _denial is { } denial && denial.End - denial.Start > 1 && Ink(_lastEnd, denial.Start) <= 1 && Ink(denial.End, end) <= 1;

    /// <summary>不要周一和周二: the denial of the one before goes on. A comma ends it.</summary>
    public bool IsStillDenied(Token token) =>
        JoinsOn(token) && Ink(_lastEnd, token.Start) == _covered
        && !text.AsSpan(_lastEnd, token.Start - _lastEnd).ContainsAny(ClauseSigns);

    /// <summary>True when next to nothing but 和, 到 or a comma stands between the last day or time and this token.</summary>
    public bool JoinsOn(Token token) =>
        _lastEnd >= 0 && !_hasOtherMark && Ink(_lastEnd, token.Start) - _covered <= 1;

    /// <summary>都行 and not just 行.</summary>
    public bool SaysAll(MarkToken token) => text[token.Start] is '都' or '均' or '皆' || text.AsSpan(_clauseStart).Contains('都');

    /// <summary>True when a clause begins with this token, or nearly so.</summary>
    public bool OpensClause(Token token) => Ink(_clauseStart, token.Start) <= 2;

    /// <summary>还是周四吧 settles it; 周三还是周四 leaves it open.</summary>
    private bool IsSuggestion(MarkToken token)
    {
        var rest = text.AsSpan(token.End);
        var end = rest.IndexOfAny(ClauseSigns);
        return (end < 0 ? rest : rest[..end]).Contains('吧');
    }

    private bool IsNear(MarkToken mark, Token token) =>
        Ink(mark.End, token.Start) <= (mark.End - mark.Start == 1 ? 0 : Near);

    private int Ink(int start, int end)
    {
        var ink = 0;
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i])) ink++;
        }

        return ink;
    }
}
