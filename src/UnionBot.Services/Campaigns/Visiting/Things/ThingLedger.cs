namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>Sums up, for each thing of the kit, what the mentions of a message say of it; what does not go together is asked.</summary>
internal sealed class ThingLedger(ThingWords words, IReadOnlyList<KitItem> kit)
{
    private const long FenInYuan = 100;

    /// <summary>Nobody hands over more at a door.</summary>
    private const long MostYuan = 1_000_000;

    /// <summary>A bare number from here on is money rather than a count.</summary>
    private const long LeastMoney = 50;

    private static readonly KitItem NoMoney = new("", "", 0) { IsMoney = true };

    private readonly Dictionary<KitItem, (long Count, int Round)> _counts = [];
    private readonly List<VisitQuestion> _questions = [];
    private readonly List<Substitute> _substitutes = [];
    private readonly KitItem _money = kit.FirstOrDefault(item => item.IsMoney) ?? NoMoney;
    private KitItem? _latest;

    public ThingFindings Sum(ThingDeeds deeds)
    {
        var (all, nothing) = (deeds.IsEverything, false);
        foreach (var mention in deeds.All.Where(m => m.Deed is ThingWord.Gave or ThingWord.NotGave or ThingWord.SwappedFor))
        {
            if (mention.IsAll) (all, nothing) = mention.Deed is ThingWord.Gave ? (true, nothing) : (all, true);
            else Take(mention);
        }

        if (all || nothing) Complete(all);
        return new ThingFindings(
            [.. kit.Where(item => !item.IsMoney && _counts.ContainsKey(item)).Select(item => new GivenItem(item, _counts[item].Count))],
            _counts.TryGetValue(_money, out var money) ? money.Count : null,
            all,
            _substitutes,
            [.. _questions.Distinct()]);
    }

    private void Complete(bool all)
    {
        foreach (var item in kit.Where(item => !_questions.Exists(q => q.Item == item)))
        {
            _counts.TryAdd(item, (all ? item.Planned : 0, 0));
        }
    }

    private void Take(Mention mention)
    {
        if (mention.Deed is ThingWord.SwappedFor)
        {
            Substitute(mention);
            return;
        }

        if (ItemOf(mention) is not { } item) return;

        _latest = item;
        if (mention is { Deed: ThingWord.Gave, Quantity: null, IsUnsure: false } && _counts.TryGetValue(item, out var before) && before.Round == mention.Round) return;
        if (CountOf(mention, item) is { } count)
        {
            Put(item, count, mention.Round);
            return;
        }

        _counts.Remove(item);
        Ask(item.IsMoney ? VisitDoubt.HowMuch : VisitDoubt.HowMany, item.Name, item, mention.Quantity?.Number);
    }

    private void Put(KitItem item, long count, int round)
    {
        if (_counts.TryGetValue(item, out var before) && before.Count != count && before.Round == round)
        {
            _counts.Remove(item);
            Ask(item.IsMoney ? VisitDoubt.HowMuch : VisitDoubt.HowMany, item.Name, item, null);
            return;
        }

        _questions.RemoveAll(q => q.Item == item);
        _counts[item] = (count, round);
    }

    /// <returns>Fen for money; null when it has to be asked.</returns>
    private static long? CountOf(Mention mention, KitItem item)
    {
        if (mention.IsUnsure) return null;
        if (mention.Deed is ThingWord.NotGave) return mention.Quantity is null ? 0 : null;
        if (mention.Quantity is not { } quantity)
            return item.IsMoney ? (item.Planned > 0 ? item.Planned : null) : mention.IsWhole || item.Planned == 1 ? item.Planned : null;

        if (quantity.Number is not { } number || number > MostYuan) return null;
        if (item.IsMoney) return number * FenInYuan;
        return quantity.Unit is { } unit && mention.Item?.Kind is { } kind && !kind.Counts(unit, item.Unit) ? null : number;
    }

    private KitItem? ItemOf(Mention mention)
    {
        if (mention.Item is { } said)
        {
            if (said.Kind is { IsMoney: true }) return _money;
            if (said.Items is [var only]) return only;

            Ask(said.Items.Count == 0 ? VisitDoubt.NotInKit : VisitDoubt.WhichItem, said.Text, null, mention.Quantity?.Number);
            return null;
        }

        var quantity = mention.Quantity!;
        if (quantity.IsYuan || (quantity is { Unit: null } && IsMoney(quantity))) return _money;
        if (ByUnit(quantity) is { } item) return item;

        if (quantity.Number is not null || quantity.Unit is not null) Ask(VisitDoubt.WhichItem, quantity.Text, null, quantity.Number);
        return null;
    }

    private bool IsMoney(QuantityToken quantity) => quantity.IsSum || (_money.Planned > 0 && (quantity.Number >= LeastMoney || (_latest?.IsMoney ?? false)));

    /// <summary>The thing that was spoken of last, or the only one of the kit that is counted so.</summary>
    private KitItem? ByUnit(QuantityToken quantity)
    {
        if (quantity.Unit is not { } unit) return _latest;
        if (_latest is { IsMoney: false } && words.KindOf(_latest.Name) is { } latest && latest.Counts(unit, _latest.Unit)) return _latest;

        KitItem[] fitting = [.. kit.Where(item => !item.IsMoney && (item.Unit == unit || (words.KindOf(item.Name) is { } kind && kind.Has(unit) && kind.Counts(unit, item.Unit))))];
        return fitting is [var only] ? only : null;
    }

    private void Substitute(Mention mention)
    {
        var name = mention.Item?.Text ?? mention.Quantity!.Text;
        var item = mention.Item?.Items is [var only] ? only : null;
        var replaced = mention.InsteadOf?.Item?.Items is [var of] ? of : null;
        if (mention.Item is null && !(mention.Quantity is { IsYuan: true } or { IsSum: true })) Ask(VisitDoubt.WhichItem, name, null, mention.Quantity?.Number);
        else if (mention.IsUnsure || mention.Quantity is { Number: null } || mention.Quantity is null) Ask(VisitDoubt.HowMany, name, null, null);
        else _substitutes.Add(new Substitute(name, item, mention.Quantity!.Number!.Value, replaced));

        if (replaced is null) Ask(VisitDoubt.InsteadOfWhat, name, null, null);
        else Put(replaced, 0, mention.Round);
    }

    private void Ask(VisitDoubt doubt, string about, KitItem? item, long? count) =>
        _questions.Add(new VisitQuestion(doubt, about.Length > 0 ? about : null, item is { Code.Length: > 0 } ? item : null, count));
}
