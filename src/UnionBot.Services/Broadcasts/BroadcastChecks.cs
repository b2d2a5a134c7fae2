using UnionBot.Chat.Templates;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>Checks what staff wrote when it is saved, so that nothing is refused by the platform, or regretted, when it is sent.</summary>
public sealed class BroadcastChecks(
    BroadcastWords words, LockScreenWords lockScreen, BroadcastForms forms, RegionBook regions, SendingRules rules, BroadcastLimits limits)
{
    /// <summary>All that is wrong, in the order of the form.</summary>
    /// <param name="now">UTC.</param>
    public IEnumerable<BroadcastProblem> ProblemsOf(BroadcastContent content, DateTimeOffset now) =>
        [.. Title(content), .. Way(content), .. Text(content), .. Audience(content.Audience), .. Window(content, now)];

    private IEnumerable<BroadcastProblem> Title(BroadcastContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title)) yield return new(BroadcastField.Title, ProblemKind.Missing);
        if (content.Title.Length > BroadcastContent.LongestTitle)
            yield return new(BroadcastField.Title, ProblemKind.TooLong, $"{BroadcastContent.LongestTitle}");
        if (lockScreen.ForbiddenIn(content.Title) is { } word) yield return new(BroadcastField.Title, ProblemKind.ForbiddenWord, word);
    }

    private IEnumerable<BroadcastProblem> Way(BroadcastContent content)
    {
        var isForm = content.Route is BroadcastRoute.Notice or BroadcastRoute.Template;
        if (isForm && forms.Of(content.Route) is null) yield return new(BroadcastField.Channel, ProblemKind.NoForm);
        if (content.Route is BroadcastRoute.Template && SendRoutes.RefusalOf(SendingTerms.Of(content.Purpose), SendRoute.Template) is not null)
            yield return new(BroadcastField.Channel, ProblemKind.TemplateAdvertises);
        if (content is { Purpose: BroadcastPurpose.Service, Audience.CaseKind: null })
            yield return new(BroadcastField.Case, ProblemKind.NoOwnAct);
    }

    private IEnumerable<BroadcastProblem> Text(BroadcastContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            yield return new(BroadcastField.Text, ProblemKind.Missing);
            yield break;
        }

        if (content.Text.Length > BroadcastContent.LongestText)
            yield return new(BroadcastField.Text, ProblemKind.TooLong, $"{BroadcastContent.LongestText}");
        var field = content.Draft is null ? BroadcastField.Text : BroadcastField.Draft;
        if (lockScreen.ForbiddenIn(content.Text) is { } word) yield return new(field, ProblemKind.ForbiddenWord, word);
        if (content.Draft is not null)
        {
            if (content.Route is not BroadcastRoute.Mass) yield return new(field, ProblemKind.ArticlesByMassOnly);
            yield break;
        }

        if (FieldText.Read(content.Text, PersonFields.All, out var strange) is not { } text)
            yield return new(BroadcastField.Text, ProblemKind.UnknownField, strange);
        else if (content.Route is BroadcastRoute.Mass && text.Fields.Count > 0)
            yield return new(BroadcastField.Text, ProblemKind.NoFieldsHere, text.Fields[0]);
        else if (forms.Of(content.Route) is { } form)
            foreach (var problem in Lines(text.Fill(PersonFields.Sample), form)) yield return problem;
    }

    private static IEnumerable<BroadcastProblem> Lines(string text, BroadcastForm form)
    {
        foreach (var line in BroadcastLines.Strange(text)) yield return new(BroadcastField.Text, ProblemKind.NoLine, line);

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in BroadcastLines.In(text))
        {
            if (!form.Fields.Values.Contains(name)) yield return new(BroadcastField.Text, ProblemKind.UnknownLine, name);
            else if (!values.TryAdd(name, value)) yield return new(BroadcastField.Text, ProblemKind.NoLine, name);
        }

        foreach (var (field, name) in form.Fields)
        {
            if (!values.TryGetValue(name, out var value)) yield return new(BroadcastField.Text, ProblemKind.MissingLine, name);
            else if (!FieldLimits.Takes(field, value))
                yield return new(BroadcastField.Text, ProblemKind.BadValue, FieldLimits.Of(field) is { } longest ? $"{name} ≤ {longest}" : name);
        }
    }

    private IEnumerable<BroadcastProblem> Audience(Audience audience)
    {
        if (audience.CaseKind?.Length > BroadcastContent.LongestCase)
            yield return new(BroadcastField.Case, ProblemKind.TooLong, $"{BroadcastContent.LongestCase}");
        if (audience.Tags.Count > limits.MostTags) yield return new(BroadcastField.Tags, ProblemKind.TooMany, $"{limits.MostTags}");
        foreach (var type in audience.WorkerTypes.Except(words.WorkerTypes))
            yield return new(BroadcastField.WorkerTypes, ProblemKind.UnknownWorkerType, type);
        foreach (var code in audience.Districts.Where(code => regions.ByCode(code) is null))
            yield return new(BroadcastField.Districts, ProblemKind.UnknownDistrict, code);
    }

    private IEnumerable<BroadcastProblem> Window(BroadcastContent content, DateTimeOffset now)
    {
        var (from, until) = (rules.Times.BroadcastFrom, rules.Times.BroadcastUntil);
        if (content.NotAfter <= content.NotBefore) yield return new(BroadcastField.Until, ProblemKind.Backwards);
        else if (content.NotAfter <= now) yield return new(BroadcastField.Until, ProblemKind.Over);

        if (content.Purpose is BroadcastPurpose.Warning) yield break;

        var day = $"{from:HH:mm}–{until:HH:mm}";
        if (TimeOf(content.NotBefore) is var begins && (begins < from || begins >= until)) yield return new(BroadcastField.From, ProblemKind.OutsideDay, day);
        if (TimeOf(content.NotAfter) is var ends && (ends <= from || ends > until)) yield return new(BroadcastField.Until, ProblemKind.OutsideDay, day);
    }

    private static TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(UnionCalendar.ChinaOffset).DateTime);
}
