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
}
