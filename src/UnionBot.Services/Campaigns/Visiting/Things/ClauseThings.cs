namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>Puts the things of one clause together with their quantities: 米一袋油一桶, 2箱水500元, 米油各一, 米油和800.</summary>
internal sealed class ClauseThings
{
    /// <summary>A bare number from here on is money, where the kit has money and no thing of it comes in such numbers.</summary>
    public const long LeastBareMoney = 100;

    private readonly IReadOnlyList<ThingToken> _tokens;
    private readonly List<Mention> _run = [];
    private QuantityToken? _ahead;
    private bool _isUnsure, _isEach, _isAfterAnd, _startsWithQuantity;

    private ClauseThings(IReadOnlyList<ThingToken> tokens, int round)
    {
        (_tokens, Round) = (tokens, round);
        for (var i = 0; i < tokens.Count; i++) Take(tokens[i], i);
        EndRun();
    }

    /// <summary>Mentions, and the words that say what was done, in the order of the clause.</summary>
    public List<(Mention? Thing, ThingWord Deed)> Parts { get; } = [];

    /// <summary>How many corrections stand before it.</summary>
    public int Round { get; }

    /// <summary>How many letters of it are none of them.</summary>
    public int OtherLetters { get; private set; }

    public static ClauseThings Of(IReadOnlyList<ThingToken> tokens, int round) => new(tokens, round);

    private void Take(ThingToken token, int at)
    {
        switch (token)
        {
            case ItemToken item:
                Add(item, _ahead);
                _ahead = null;
                break;
            case QuantityToken quantity:
                Take(quantity, at);
                break;
            case WordToken { Word: ThingWord.Filler or ThingWord.Weight }:
                return;
            case WordToken { Word: ThingWord.And }:
                _isAfterAnd = true;
                return;
            case WordToken { Word: ThingWord.Each }:
                _isEach = true;
                return;
            case WordToken { Word: ThingWord.About }:
                if (at + 1 < _tokens.Count && _tokens[at + 1] is QuantityToken) _isUnsure = true;
                else if (_run is [.., var last]) last.IsUnsure = true;
                return;
            case WordToken { Word: ThingWord.All or ThingWord.Rest }:
                _ahead = null;
                Put(new Mention(null, null, Round) { IsAll = true });
                break;
            case WordToken { Word: ThingWord.Nothing }:
            case OtherToken:
                EndRun();
                OtherLetters += token.Text.Count(char.IsLetter);
                break;
            case WordToken { Word: ThingWord.Is } when !Parts.Exists(p => p is { Thing: null, Deed: ThingWord.Denied }):
                return;
            case WordToken word:
                EndRun();
                Parts.Add((null, word.Word));
                break;
        }

        _isAfterAnd = false;
    }

    private void Take(QuantityToken quantity, int at)
    {
        if (_run.Count == 0 && _ahead is null) _startsWithQuantity = true;
        if (_isEach)
        {
            foreach (var thing in _run.Where(m => m.Quantity is null)) thing.Quantity = quantity;
            _isEach = false;
            return;
        }

        var next = ItemBehind(at);
        if (quantity.IsYuan && next is { Kind: { IsMoney: false } kind })
        {
            // 500元购物卡 is a card.
            if (kind.Code == "voucher") return;
            next = null;
        }

        if (!_isAfterAnd && _run is [.., var last] && last.Takes(quantity) && !IsBareMoney(quantity, last) && !(_startsWithQuantity && next is not null))
        {
            last.Quantity = quantity;
            last.IsUnsure |= _isUnsure;
            _isUnsure = false;
            return;
        }

        if (next is not null && (quantity.Unit is null || next.Kind is null || next.Kind.Has(quantity.Unit) || next.Kind.Counts(quantity.Unit, null)))
        {
            _ahead = quantity;
            return;
        }

        Add(null, quantity);
    }

    private ItemToken? ItemBehind(int at)
    {
        for (var i = at + 1; i < _tokens.Count; i++)
        {
            if (_tokens[i] is ItemToken item) return item;
            if (_tokens[i] is not WordToken { Word: ThingWord.Weight or ThingWord.Filler, Text: not ("他" or "她" or "我") }) return null;
        }

        return null;
    }

    private static bool IsBareMoney(QuantityToken quantity, Mention last) =>
        quantity is { Unit: null, IsYuan: false, Number: >= LeastBareMoney } && last.Item is { Kind.IsMoney: false } item && item.Items.All(i => i.Planned < LeastBareMoney / 5);

    private void Add(ItemToken? item, QuantityToken? quantity)
    {
        Put(new Mention(item, quantity, Round) { IsUnsure = _isUnsure });
        _isUnsure = false;
    }

    private void Put(Mention mention)
    {
        _run.Add(mention);
        Parts.Add((mention, default));
    }

    private void EndRun()
    {
        if (_ahead is not null) Add(null, _ahead);
        (_ahead, _isUnsure, _isEach, _isAfterAnd, _startsWithQuantity) = (null, false, false, false, false);
        _run.Clear();
    }
}
