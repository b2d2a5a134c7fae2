namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>
/// Decides what was done with each thing of a message. A word of giving governs what follows it (给了米没给油) or, where things stand
/// first, what is before it (米给了油没给).
/// </summary>
internal sealed class ThingDeeds
{
    private readonly List<Mention> _all = [];
    private ThingWord? _before;

    public IReadOnlyList<Mention> All => _all;

    /// <summary>都给了, without a thing that it is said of.</summary>
    public bool IsEverything { get; private set; }

    public void Take(ClauseThings clause)
    {
        if (clause.Parts.TrueForAll(p => p.Thing is not null)) TakeWithoutDeed(clause);
        else new Walk(this, clause).Go();

        _all.AddRange(clause.Parts.Select(p => p.Thing).OfType<Mention>());
    }

    private void TakeWithoutDeed(ClauseThings clause)
    {
        foreach (var thing in clause.Parts.Select(p => p.Thing!))
        {
            var isCounted = thing.Quantity is { } q && (thing.Item is not null || q.IsYuan || q.IsSum || q.Unit is not null || clause.OtherLetters == 0);
            thing.Deed = isCounted ? ThingWord.Gave : clause.OtherLetters > 0 ? null : _before is ThingWord.NotGave or ThingWord.Elsewhere ? _before : ThingWord.Gave;
            if (thing.IsAll && thing.Quantity is null && clause.Parts.Count == 1 && clause.OtherLetters > 0) thing.Deed = null;
            if (_before is ThingWord.SwappedFor) thing.Deed = _before;
        }
    }

    private sealed class Walk(ThingDeeds deeds, ClauseThings clause)
    {
        private readonly List<Mention> _pending = [];
        private readonly List<Mention> _since = [];
        private List<Mention> _closed = [];
        private ThingWord? _ahead, _last;
        private Mention? _replaced;

        public void Go()
        {
            for (var i = 0; i < clause.Parts.Count; i++)
            {
                if (clause.Parts[i].Thing is { } thing) Take(thing, isBehindDeed: i > 0 && clause.Parts[i - 1].Thing is null);
                else Take(clause.Parts[i].Deed, hasThing: i + 1 < clause.Parts.Count && clause.Parts[i + 1].Thing is not null);
            }

            foreach (var thing in _pending) thing.Deed = _last;
            deeds._before = _ahead ?? _last;
        }

        private void Take(Mention thing, bool isBehindDeed)
        {
            // 米给了两袋: the quantity behind the deed belongs to the thing before it.
            if (isBehindDeed && thing is { Item: null, Quantity: { } quantity } && _closed is [.., var closed] && closed.Takes(quantity)
                && !(quantity is { Unit: null, IsYuan: false, Number: >= ClauseThings.LeastBareMoney } && closed.Item is { Kind.IsMoney: false }))
            {
                (closed.Quantity, closed.IsUnsure) = (quantity, thing.IsUnsure);
                return;
            }

            if (_ahead is not { } deed)
            {
                _pending.Add(thing);
                return;
            }

            thing.Deed = deed switch
            {
                ThingWord.Except or ThingWord.InsteadOf => ThingWord.NotGave,
                ThingWord.GaveAll or ThingWord.Is => ThingWord.Gave,
                _ => deed,
            };
            if (deed is ThingWord.SwappedFor) thing.InsteadOf = _replaced;
            if (deed is ThingWord.InsteadOf && _replaced is not null) _replaced.InsteadOf = thing;
            _since.Add(thing);
        }

        private void Take(ThingWord deed, bool hasThing)
        {
            if (deed is ThingWord.Is && _ahead is not ThingWord.Denied) return;
            if (deed is ThingWord.SwappedFor) Swap();
            else if (deed is ThingWord.InsteadOf) Stand();
            else if (_pending.Count > 0) Close(deed);
            else if (!hasThing && _since.Count > 0) Turn(deed);
            else if (!hasThing && deed is ThingWord.GaveAll && !_closed.Exists(t => t.Deed is ThingWord.Gave)) deeds.IsEverything = true;
            else if (!hasThing && _closed.Count > 0 && deed is ThingWord.Gave) _last = deed;
            else if (!hasThing && deed is ThingWord.NotGave && clause.Round > 0 && deeds._all is [.., { Item: not null } latest]) (latest.Deed, latest.Quantity) = (deed, null);
            else Begin(deed);
        }

        private void Begin(ThingWord deed)
        {
            (_ahead, _last) = (deed, deed);
            _since.Clear();
        }

        private void Close(ThingWord deed)
        {
            foreach (var thing in _pending)
            {
                (thing.Deed, thing.IsWhole) = (deed is ThingWord.GaveAll ? ThingWord.Gave : deed, deed is ThingWord.GaveAll);
            }

            (_closed, _last) = ([.. _pending], deed is ThingWord.GaveAll ? ThingWord.Gave : deed);
            _pending.Clear();
        }

        /// <summary>给了米油没给: what ends the clause is said of the thing before it. 除了油都给了: of all others.</summary>
        private void Turn(ThingWord deed)
        {
            if (deed is ThingWord.GaveAll && _ahead is ThingWord.Except or ThingWord.NotGave)
            {
                deeds.IsEverything = true;
                return;
            }

            if (deed is ThingWord.GaveAll)
            {
                foreach (var thing in _since) thing.IsWhole |= thing.Deed is ThingWord.Gave;
                return;
            }

            if ((deed, _ahead) is not ((ThingWord.NotGave, ThingWord.Gave) or (ThingWord.Gave, ThingWord.NotGave)))
            {
                Begin(deed);
                return;
            }

            _since[^1].Deed = deed;
            _since[^1].IsUnsure |= _since.Count == 1;
        }

        private void Swap()
        {
            _replaced = _pending.Count switch
            {
                0 => deeds._all.Concat(_closed).Concat(_since).LastOrDefault(t => t.Deed is ThingWord.Lacking or ThingWord.NotGave),
                1 => _pending[0],
                _ => null,
            };
            foreach (var thing in _pending) thing.Deed = ThingWord.NotGave;
            if (_replaced is not null) _replaced.Deed = ThingWord.NotGave;
            _pending.Clear();
            Begin(ThingWord.SwappedFor);
        }

        private void Stand()
        {
            _replaced = _pending.Concat(_since).LastOrDefault();
            if (_replaced is not null) _replaced.Deed = ThingWord.SwappedFor;
            _pending.Clear();
            Begin(ThingWord.InsteadOf);
        }
    }
}
