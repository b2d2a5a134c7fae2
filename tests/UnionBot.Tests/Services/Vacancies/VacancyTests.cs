using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class VacancyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly VacancyFacts Facts = new()
    {
        Title = "保洁员",
        RegionCode = "370102",
        Pay = new Pay(PayUnit.Month, 3600_00, 3900_00),
        ValidUntil = new DateOnly(2026, 12, 31),
    };

    private readonly Vacancy _vacancy = new(1, 1, Facts, new SealedContact(null, [1], [2]), "某网站", Now);

    [Fact]
    public void A_reason_that_is_too_long_is_cut_between_two_characters()
    {
        Assert.True(_vacancy.TryReject("x" + string.Concat(Enumerable.Repeat("😀", 200)), out _));

        Assert.EndsWith("😀", _vacancy.Reason, StringComparison.Ordinal);
        Assert.InRange(_vacancy.Reason!.Length, Vacancy.LongestReason - 1, Vacancy.LongestReason);
    }

    [Fact]
    public void A_new_vacancy_waits_until_it_is_verified()
    {
        Assert.Equal(VacancyState.Waiting, _vacancy.State);

        Assert.True(_vacancy.TryApprove(reason: null, Today, out _));

        Assert.Equal((VacancyState.Approved, (DateOnly?)Today), (_vacancy.State, _vacancy.VerifiedOn));
    }

    [Fact]
    public void What_is_flagged_is_shown_only_with_a_reason()
    {
        _vacancy.Check(VacancyDoubts.Fee);

        Assert.False(_vacancy.TryApprove(" ", Today, out var refusal));
        Assert.Equal(VacancyRefusal.NeedsReason, refusal);
        Assert.True(_vacancy.TryApprove("体检费由医院收，入职后报销，已核实", Today, out _));
    }

    [Fact]
    public void Work_for_children_is_never_shown()
    {
        _vacancy.Check(VacancyDoubts.ChildLabour);

        Assert.False(_vacancy.TryApprove("有理由", Today, out var refusal));
        Assert.Equal(VacancyRefusal.NeverAllowed, refusal);
    }

    [Fact]
    public void What_is_over_is_neither_shown_nor_rejected()
    {
        Assert.False(_vacancy.TryApprove(null, Today.AddYears(1), out var late));
        Assert.True(_vacancy.TryClose("已招满", out _));
        Assert.False(_vacancy.TryReject("收费", out var closed));

        Assert.Equal((VacancyRefusal.Over, VacancyRefusal.Over), (late!.Value, closed!.Value));
    }

    [Fact]
    public void The_same_vacancy_from_another_list_stays_verified_and_remembers_both()
    {
        _vacancy.TryApprove(null, Today, out _);

        _vacancy.TryCorrect(Facts, "另一网站", Now);

        Assert.Equal(VacancyState.Approved, _vacancy.State);
        Assert.Equal(["某网站", "另一网站"], _vacancy.Sources);
        Assert.False(_vacancy.TryCorrect(Facts, "某网站", Now));
    }

    [Fact]
    public void A_later_day_keeps_it_verified_and_anything_else_does_not()
    {
        _vacancy.TryApprove(null, Today, out _);

        _vacancy.TryCorrect(Facts with { ValidUntil = new DateOnly(2027, 1, 31) }, "某网站", Now);
        Assert.Equal((VacancyState.Approved, new DateOnly(2027, 1, 31)), (_vacancy.State, _vacancy.ValidUntil));

        _vacancy.TryCorrect(_vacancy.Facts with { Pay = Pay.Unsaid }, "某网站", Now);
        Assert.Equal(VacancyState.Waiting, _vacancy.State);
    }

    [Fact]
    public void What_was_rejected_stays_rejected_until_it_says_something_else()
    {
        _vacancy.TryReject("收押金", out _);

        _vacancy.TryCorrect(Facts, "某网站", Now);
        Assert.Equal(VacancyState.Rejected, _vacancy.State);

        _vacancy.TryCorrect(Facts with { Benefits = "不收押金" }, "某网站", Now);
        Assert.Equal(VacancyState.Waiting, _vacancy.State);
    }

    [Fact]
    public void What_workers_reported_stays_marked_until_staff_have_looked_at_it()
    {
        _vacancy.TryApprove(null, Today, out _);
        _vacancy.Hide(VacancyDoubts.Reported);
        _vacancy.Check(VacancyDoubts.None);

        Assert.Equal((VacancyState.Waiting, VacancyDoubts.Reported), (_vacancy.State, _vacancy.Flags));
        Assert.True(_vacancy.TryApprove("已上门核实", Today, out _));
        Assert.Equal(VacancyDoubts.None, _vacancy.Flags);
    }
}
