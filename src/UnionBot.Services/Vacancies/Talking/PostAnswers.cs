using System.Globalization;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>Answers what is asked about the vacancy that is open: yes, no, or not stated and how to ask.</summary>
internal sealed class PostAnswers(QuestionWords questions, TraitWords traits)
{
    private const VacancyTraits Shifts =
        VacancyTraits.Day | VacancyTraits.Night | VacancyTraits.Rotating | VacancyTraits.Overtime | VacancyTraits.TwoDaysOff | VacancyTraits.Weekend;

    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>Null when nothing is asked about it.</returns>
    public AnswerAboutVacancy? Find(VacancyDetail open, string text)
    {
        if (questions.Read(text) is not { } asked) return null;

        var known = open.Traits | open.Denied;
        // What a shift is called matters less than when it begins.
        var fields = (asked.Traits & Shifts) == VacancyTraits.None ? asked.Fields : asked.Fields | AskedField.Hours;
        return new AnswerAboutVacancy(
            open,
            traits.NamesOf(asked.Traits & open.Traits),
            traits.NamesOf(asked.Traits & open.Denied & ~open.Traits),
            traits.NamesOf(asked.Traits & ~known),
            fields);
    }

    /// <summary>What is asked of all vacancies of a list; none when nothing is, or something else than yes or no.</summary>
    public VacancyTraits AskedOver(string text) => questions.ReadOverList(text);

    /// <summary>Whether the words look for another vacancy: 有没有不看年龄的.</summary>
    public bool LookForAnother(string text) => questions.LooksForAnother(text);

    /// <param name="shown">The list, in its order.</param>
    public AnswerAboutList Over(IReadOnlyList<VacancyDetail> shown, VacancyTraits asked)
    {
        var numbered = shown.Select((detail, i) => (Detail: detail, Title: string.Create(CultureInfo.InvariantCulture, $"{i + 1} {detail.Card.Title}"))).ToList();
        var stated = numbered.Where(n => (n.Detail.Traits & asked) == asked).ToList();
        var denied = numbered.Except(stated).Where(n => (n.Detail.Denied & asked) != VacancyTraits.None).ToList();
        return new AnswerAboutList(
            traits.NamesOf(asked),
            [.. stated.Select(n => n.Title)],
            [.. denied.Select(n => n.Title)],
            [.. numbered.Except(stated).Except(denied).Select(n => n.Title)]);
    }
}
