using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>Decides which mentions of a sentence count.</summary>
internal static class Decision
{
    public static WhenReading On(Sentence sentence, IReadOnlyList<TextSpan> spans, Today today)
    {
        var standing = Standing(sentence.Mentions);
        ShareTimes(standing);
        var candidates = Best(standing);
        if (candidates.Count == 0)
        {
            return new WhenReading { Reason = sentence.IsOpen ? NoWhen.Vague : NoWhen.None, Spans = spans };
        }

        var resolved = candidates.ConvertAll(m => m.IsFact ? new Resolved(m, null, NoWhen.Past) : Resolved.Of(m, today));
        var usable = resolved.FindAll(r => r.When is not null);
        var chosen = usable.Find(r => r.When!.Date is not null) ?? usable.FirstOrDefault() ?? resolved[^1];
        chosen = MoreExact(chosen, usable);

        return new WhenReading
        {
            When = chosen.When is { } when ? when with { Alternatives = Others(when, usable) } : null,
            Reason = chosen.Reason,
            DateSpan = chosen.Mention.NamesDay ? chosen.Mention.DaySpan : null,
            TimeSpan = chosen.Mention.TimeSpan,
            Spans = spans,
        };
    }

    /// <summary>What was said before a correction is dropped, once what it leaves out has been taken over.</summary>
    private static List<Mention> Standing(IReadOnlyList<Mention> mentions)
    {
        var first = 0;
        for (var i = 1; i < mentions.Count; i++)
        {
            if (mentions[i].Link == Link.Also || mentions[i].IsRefused) continue;
            if (mentions[i].Link == Link.Instead) TakeOver(mentions[i], mentions[i - 1]);
            first = i;
        }

        return [.. mentions.Skip(first)];
    }

    private static void TakeOver(Mention mention, Mention earlier)
    {
        if (mention.Time is null && !earlier.IsFact) (mention.Time, mention.TimeSpan) = (earlier.Time, earlier.TimeSpan);
        if (mention.Day is null && !earlier.IsFact) (mention.Day, mention.DaySpan) = (earlier.Day, earlier.DaySpan);
    }

    /// <summary>周三或周四下午: both in the afternoon.</summary>
    private static void ShareTimes(List<Mention> mentions)
    {
        for (var i = mentions.Count - 2; i >= 0; i--)
        {
            var (mention, next) = (mentions[i], mentions[i + 1]);
            if (mention.Chain != next.Chain || mention.Time is not null || mention.IsRefused || next.IsRefused) continue;
            (mention.Time, mention.TimeSpan) = (next.Time, next.TimeSpan);
        }
    }

    /// <summary>Of what was not refused: what is asked for, else what is free, else what something else is on, else facts.</summary>
    private static List<Mention> Best(List<Mention> mentions)
    {
        var left = mentions.FindAll(m => !m.IsRefused);
        var free = left.FindAll(m => m is { IsBusy: false, IsFact: false });
        if (free.Count == 0) free = left.FindAll(m => !m.IsFact);
        if (free.Count == 0) return left;

        var wished = free.FindAll(m => free.Exists(w => w.IsWished && (w.Chain == m.Chain || w.Clause == m.Clause)));
        return wished.Exists(m => m.HasRealDay) ? wished : free;
    }

    /// <summary>The same day, said again with a time or with a clock to its part of the day.</summary>
    private static Resolved MoreExact(Resolved chosen, List<Resolved> usable)
    {
        if (chosen.When is not { Time: null, EndTime: null } when) return chosen;

        return usable.Find(r => r.When!.Date == when.Date && r.Mention.Day == chosen.Mention.Day
            && (r.When.Time is not null || r.When.EndTime is not null || when.Part is null && r.When.Part is not null)
            && (when.Part is null || r.When.Part == when.Part)) ?? chosen;
    }

    private static IReadOnlyList<DateOnly> Others(When chosen, List<Resolved> usable)
    {
        if (chosen.Date is null) return [];
        return [.. usable.Select(r => r.When!.Date).OfType<DateOnly>().Where(d => d != chosen.Date).Distinct()];
    }
}
