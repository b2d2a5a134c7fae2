using System.Buffers;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Deadlines;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>Reads what is told for a consultation, in any order, by the bot's understanding and by the words of this service.</summary>
internal sealed partial class IntakeReader(CurrentUnderstanding understanding, IntakeWords words) : IIntakeReader
{
    /// <summary>What a lawyer reads before the talk, in characters.</summary>
    private const int LongestStory = 500;

    /// <summary>So few characters are nothing but a time.</summary>
    private const int LongestAnswer = 8;

    /// <summary>Further ahead nobody makes an appointment; such a day was told of something else.</summary>
    private const int LongestWish = 60;

    /// <summary>下班后.</summary>
    private static readonly TimeOnly WorkIsOver = new(17, 30);

    private static readonly (IntakeCue Cue, StepsTaken Step)[] Steps =
    [
        (IntakeCue.Arbitration, StepsTaken.Arbitration), (IntakeCue.Suit, StepsTaken.Suit), (IntakeCue.Inspection, StepsTaken.Inspection),
        (IntakeCue.Mediation, StepsTaken.Mediation), (IntakeCue.Police, StepsTaken.Police), (IntakeCue.OwnLawyer, StepsTaken.OwnLawyer),
    ];

    private static readonly (IntakeCue Cue, Evidence Kind)[] Kinds =
    [
        (IntakeCue.Contract, Evidence.Contract), (IntakeCue.PayRecords, Evidence.PayRecords), (IntakeCue.Attendance, Evidence.Attendance),
        (IntakeCue.Messages, Evidence.Messages), (IntakeCue.Papers, Evidence.Papers), (IntakeCue.Medical, Evidence.Medical),
        (IntakeCue.Nothing, Evidence.Nothing),
    ];

    /// <summary>Answers about lawyers themselves tell nothing of the matter.</summary>
    private const string LegalAidTopic = "legal_aid";

    private const string LegalHotline = "legal";

    private static readonly (IntakeCue Cue, LawyerWish Wish)[] Wishes =
    [
        (IntakeCue.Woman, LawyerWish.Woman), (IntakeCue.Dialect, LawyerWish.Dialect),
        (IntakeCue.Sign, LawyerWish.Sign), (IntakeCue.NewForms, LawyerWish.NewForms),
    ];

    private static readonly (IntakeCue Cue, ConsultMode Mode)[] Modes =
        [(IntakeCue.Video, ConsultMode.Video), (IntakeCue.Onsite, ConsultMode.Onsite), (IntakeCue.Phone, ConsultMode.Phone)];

    private static readonly char[] ClauseEndings = [.. "，,。；;！!？?\n"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(ClauseEndings);

    private readonly EventReader _events = new(words);

    private readonly DialectReader _dialects = new(understanding);

    private Interpreter Interpreter => understanding.Value.Interpreter;

    public ReadIntake Read(string text, DateTimeOffset at, IntakeFacts before, LimitEvent? asked = null)
    {
        var (cues, slots) = (words.Read(text), Interpreter.SlotsFor(Intent.BookLegalAid, text, at));
        var (topics, dialect) = (TopicsIn(slots, cues, before), _dialects.In(text, cues.Contains(IntakeCue.Dialect), at));
        var facts = before with
        {
            Topics = topics,
            Events = EventsIn(text, at, topics, before, asked),
            Employer = EmployerIn(text, at) ?? before.Employer,
            People = PeopleIn(text, at) ?? before.People,
            IsEmployed = cues.Contains(IntakeCue.Employed) ? true : cues.Contains(IntakeCue.Left) ? false : before.IsEmployed,
            Done = Steps.Where(s => cues.Contains(s.Cue)).Aggregate(before.Done, (all, s) => all | s.Step),
            Evidence = Kinds.Where(k => cues.Contains(k.Cue)).Aggregate(before.Evidence, (all, k) => all | k.Kind),
            Mode = ModeIn(text, slots, cues) ?? ModeAlone(text, at) ?? before.Mode,
            Wish = Wishes.Where(w => cues.Contains(w.Cue)).Aggregate(dialect is null ? before.Wish : before.Wish | LawyerWish.Dialect, (all, w) => all | w.Wish),
            Dialect = dialect ?? before.Dialect,
            Lawyer = slots.Text(SlotNames.Lawyer) ?? before.Lawyer,
            ForWhom = cues.Contains(IntakeCue.ForOther) ? words.Said(IntakeCue.Others, text) ?? before.ForWhom : before.ForWhom,
            WantsRepresentation = before.WantsRepresentation || cues.Contains(IntakeCue.Represent),
        };
        var (when, why) = WhenIn(text, at);
        return new ReadIntake(WithPlaces(WithSums(facts, text, at), text, at), cues, when ?? AfterWork(cues)) { WhyNoWhen = why };
    }

    public IntakeFacts Tell(IntakeFacts facts, string text)
    {
        var story = facts.Story.Length == 0 ? text : $"{facts.Story}\n{text}";
        return facts with { Story = story.Length <= LongestStory ? story : story[..LongestStory] };
    }

    public string? EmployerIn(string text, DateTimeOffset at) => EmployerNamed().Match(text) is { Success: true } named
        ? named.Groups["name"].Value
        : Interpreter.SlotsFor(Intent.JoinUnion, text, at).Text(SlotNames.Company);

    public bool IsOfMatter(string text, DateTimeOffset at, IntakeFacts before)
    {
        if (words.EventIn(text) is not null || PastDayReader.In(text, UnionCalendar.DayOf(at), bare: false).Any()) return true;
        if (words.Said(IntakeCue.EmployerEnd, text) is { } end && text.EndsWith(end, StringComparison.Ordinal)) return false;

        var read = Read(text, at, before);
        return read.When is not null || read.IsMoreThan(before with
        {
            Topics = read.Facts.Topics,
            WorksIn = read.Facts.WorksIn,
            LivesIn = read.Facts.LivesIn,
            IsWorkplaceSure = read.Facts.IsWorkplaceSure,
        });
    }

    public MobileNumber? PhoneIn(string fullText, DateTimeOffset at) =>
        Interpreter.SlotsFor(Intent.BookLegalAid, fullText, at).Text(SlotNames.Phone) is { } digits && MobileNumber.TryParse(digits, out var phone)
            ? phone
            : null;

    public string? NotLabourLaw(string text, DateTimeOffset at) =>
        understanding.Value.Knowledge.Match(text, UnionCalendar.DayOf(at)).Elsewhere is { } kind && kind.Hotlines.Any(h => h.Name == LegalHotline) ? kind.Title : null;

    public string? TopicOf(string entry) =>
        understanding.Value.Knowledge.Find(entry) is { Topic: { IsLegal: true } topic } && topic.Name != LegalAidTopic ? topic.Name : null;

    /// <summary>Every matter once; 被辞退 behind unpaid wages is a matter of its own.</summary>
    private static IReadOnlyList<string> TopicsIn(SlotValues slots, IReadOnlySet<IntakeCue> cues, IntakeFacts before)
    {
        var said = slots.Text(SlotNames.Topic) is { } topic && topic != "other" ? before.Topics.Append(topic) : before.Topics;
        if (before.Topics.Count > 0 && cues.Contains(IntakeCue.Left)) said = said.Append("termination");
        return [.. said.Distinct()];
    }

    /// <summary>A day told again, or more exactly, takes the place of the first.</summary>
    private IReadOnlyList<ToldEvent> EventsIn(string text, DateTimeOffset at, IReadOnlyList<string> topics, IntakeFacts before, LimitEvent? asked)
    {
        var told = _events.Read(text, UnionCalendar.DayOf(at), topics, asked).DistinctBy(e => e.Event).ToList();
        return told.Count == 0 ? before.Events : [.. before.Events.Where(e => !told.Exists(t => t.Event == e.Event)), .. told];
    }

    /// <summary>我们三个月没发 speaks of months.</summary>
    private int? PeopleIn(string text, DateTimeOffset at) =>
        (int?)Interpreter.SlotsFor(Intent.ActivitySignup, Lengths().Replace(text, "，"), at).Number(SlotNames.People);

    /// <summary>老板不接电话 wishes for nothing: bare words count in a short answer only.</summary>
    private static ConsultMode? ModeIn(string text, SlotValues slots, IReadOnlySet<IntakeCue> cues) => slots.Text("mode") switch
    {
        "phone" => ConsultMode.Phone,
        "video" => ConsultMode.Video,
        "onsite" => ConsultMode.Onsite,
        _ when text.Length > LongestAnswer => null,
        _ when cues.Contains(IntakeCue.Video) => ConsultMode.Video,
        _ when cues.Contains(IntakeCue.Onsite) => ConsultMode.Onsite,
        _ when cues.Contains(IntakeCue.Phone) => ConsultMode.Phone,
        _ => null,
    };

    /// <summary>周五下午，打电话; 周五下午到场: a clause that says nothing but when, and the way to talk.</summary>
    private ConsultMode? ModeAlone(string text, DateTimeOffset at)
    {
        foreach (var clause in text.Split(ClauseEndings, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var (cue, mode) in Modes)
            {
                if (words.Said(cue, clause) is { } said && IsCourtesy(WithoutTimes(clause, at).Replace(said, "", StringComparison.Ordinal))) return mode;
            }
        }

        return null;
    }

    private string WithoutTimes(string clause, DateTimeOffset at) =>
        Interpreter.WhenIn(clause, at).Spans.Reverse().Aggregate(clause, (rest, span) => rest.Remove(span.Start, span.Length));

    /// <summary>想, 就行, 吧 around a wish say no more than it.</summary>
    private bool IsCourtesy(string rest)
    {
        while (rest.Length > 0 && words.Said(IntakeCue.Courtesy, rest) is { } said) rest = rest.Replace(said, "", StringComparison.Ordinal);
        return rest.Length == 0;
    }

    private IntakeFacts WithSums(IntakeFacts facts, string text, DateTimeOffset at)
    {
        var months = Months().Match(text) is { Success: true } match ? (int?)ChineseNumber.Read(match.Groups["n"].Value) : null;
        var sum = Interpreter.PaysIn(Numbers().Replace(text, "，"), at).Select(p => p.Min ?? p.Max).FirstOrDefault();
        return facts with { MonthsOwed = months ?? facts.MonthsOwed, AmountFen = sum * 100 ?? facts.AmountFen };
    }

    /// <summary>在历下上班，住市中: where the work is, and where the person lives.</summary>
    private IntakeFacts WithPlaces(IntakeFacts facts, string text, DateTimeOffset at)
    {
        foreach (var clause in DialectReader.Without(text).Replace("住", "，住", StringComparison.Ordinal).Split('，', ',', '。', '\n'))
        {
            if (Interpreter.SlotsFor(Intent.BookLegalAid, clause, at).Text(SlotNames.District) is not { } district) continue;
            if (words.Has(IntakeCue.Works, clause)) facts = facts with { WorksIn = district, IsWorkplaceSure = true };
            else if (words.Has(IntakeCue.Lives, clause)) facts = facts with { LivesIn = district };
            else if (!facts.IsWorkplaceSure) facts = facts with { WorksIn = district };
        }

        return facts;
    }

    /// <summary>The time that is wished for; days of what happened, and what the employer promised, are none.</summary>
    private (When? When, NoWhen? Why) WhenIn(string text, DateTimeOffset at)
    {
        var (reading, today) = (Interpreter.WhenIn(text, at), UnionCalendar.DayOf(at));
        var clause = ClauseAt(text, (reading.DateSpan ?? reading.TimeSpan)?.Start ?? 0);
        if (_events.IsPast(clause, today) || words.Has(IntakeCue.Told, clause) || PastDayReader.In(clause, today, bare: false).Any(m => m.Span.First < today)) return (null, null);
        if (reading.When is not { } when) return (null, WhyNot(reading, text));

        return when.Date > today.AddDays(LongestWish) ? (null, null) : (when, null);
    }

    /// <summary>过几天 alone is an answer; in a story it is not.</summary>
    private static NoWhen? WhyNot(WhenReading reading, string text) => reading.Reason switch
    {
        NoWhen.None => null,
        NoWhen.Vague when text.Length > LongestAnswer => null,
        var why => why,
    };

    private static When? AfterWork(IReadOnlySet<IntakeCue> cues) =>
        cues.Contains(IntakeCue.AfterWork) ? new When(null, WorkIsOver, null) { IsApproximate = true } : null;

    private static string ClauseAt(string text, int at)
    {
        var start = text.AsSpan(0, Math.Min(at, text.Length)).LastIndexOfAny(ClauseEnds) + 1;
        var length = text.AsSpan(start).IndexOfAny(ClauseEnds);
        return length < 0 ? text[start..] : text.Substring(start, length);
    }

    [GeneratedRegex("(?<n>[0-9一二两三四五六七八九十]{1,3})个(?:多|半)?月(?!前|以前|之前|后|以后)")]
    private static partial Regex Months();

    [GeneratedRegex("[0-9一二两三四五六七八九十半]{1,3}(?:个)?(?:多|半)?(?:月|天|年|小时|星期|礼拜|周|点|号)")]
    private static partial Regex Lengths();

    /// <summary>单位叫济南蓝天物业, whatever the name ends with; but not 单位叫我回去, 公司叫停工.</summary>
    [GeneratedRegex("(?:单位|公司|厂子|厂)(?:的)?(?:名字|名称|全称)?叫(?:做|作)?(?![我俺咱你您他她它人谁什啥停别不去回来走干签写辞离滚拿等赔交上下把让先出打学搬加休放了着过做作]|大家|员工|工人|职工)(?<name>[\\p{L}\\p{N}（）()]{3,20}?)(?=的|$|[，,。.；;！!？?\\s])")]
    private static partial Regex EmployerNamed();

    /// <summary>Phone and other numbers, masked or not.</summary>
    [GeneratedRegex("[0-9*]{7,}")]
    private static partial Regex Numbers();
}
