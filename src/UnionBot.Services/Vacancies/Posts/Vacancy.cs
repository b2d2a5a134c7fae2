using System.Diagnostics.CodeAnalysis;
using UnionBot.Core.Data;

namespace UnionBot.Services.Vacancies.Posts;

/// <summary>Work that an employer offers (岗位). Shown only while staff have verified it not long ago.</summary>
public sealed class Vacancy
{
    /// <summary>What was verified longer ago is no longer shown.</summary>
    public const int DaysVerified = 30;

    public const int LongestReason = 200;

    /// <summary>No reason makes these good.</summary>
    private const VacancyDoubts Never = VacancyDoubts.ChildLabour;

    private Vacancy() { }

    /// <param name="id">Taken from the table's sequence before, since the contact is sealed for it.</param>
    /// <param name="contact">Whom to call, sealed.</param>
    /// <param name="source">Where it comes from: 山东工会就业信息网.</param>
    /// <param name="now">UTC.</param>
    public Vacancy(long id, long employer, VacancyFacts facts, SealedContact contact, string source, DateTimeOffset now)
    {
        (Id, EmployerId, CreatedAt) = (id, employer, now);
        (Contact, ContactPhone, ContactPhoneHash) = (contact.Name, contact.Phone, contact.PhoneHash);
        Sources = [source];
        Take(facts, now);
    }

    public long Id { get; private set; }

    public long EmployerId { get; private set; }

    public string Title { get; private set; } = "";

    public string? Trade { get; private set; }

    public string? Duties { get; private set; }

    public string? Hours { get; private set; }

    public string? Benefits { get; private set; }

    public string? Demands { get; private set; }

    public string? Licence { get; private set; }

    public string? PayTerms { get; private set; }

    public string RegionCode { get; private set; } = "";

    public string? Street { get; private set; }

    public string? Address { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public PayUnit PayUnit { get; private set; }

    public long? PayMinFen { get; private set; }

    public long? PayMaxFen { get; private set; }

    /// <summary>As <see cref="Pay.MonthFen"/>, kept so that it can be searched.</summary>
    public long? PayMonthFen { get; private set; }

    public VacancyTraits Traits { get; private set; }

    public VacancyTraits Denied { get; private set; }

    public Education Education { get; private set; }

    public int? AgeMin { get; private set; }

    public int? AgeMax { get; private set; }

    public GenderRule Gender { get; private set; }

    public int? HeadCount { get; private set; }

    public DateOnly ValidUntil { get; private set; }

    /// <summary>The contact's name, encrypted; null when it is not known.</summary>
    public byte[]? Contact { get; private set; }

    /// <summary>The contact's phone, encrypted; only the union calls it.</summary>
    public byte[] ContactPhone { get; private set; } = [];

    /// <summary>With employer and title it tells which vacancy a row of another list is.</summary>
    public byte[] ContactPhoneHash { get; private set; } = [];

    /// <summary>Every list it came from, the first first.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    public VacancyState State { get; private set; }

    public VacancyDoubts Flags { get; private set; }

    /// <summary>The day on which staff last verified it with the employer; null before. China.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>Why staff decided as they did; null when they had to give no reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>By what it is found, as <c>VacancyIndex</c> makes it.</summary>
    public string[] Tokens { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last said something new; UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What the employer says of it.</summary>
    public VacancyFacts Facts => new()
    {
        Title = Title,
        Trade = Trade,
        Duties = Duties,
        Hours = Hours,
        Benefits = Benefits,
        Demands = Demands,
        Licence = Licence,
        PayTerms = PayTerms,
        RegionCode = RegionCode,
        Street = Street,
        Address = Address,
        Latitude = Latitude,
        Longitude = Longitude,
        Pay = new Pay(PayUnit, PayMinFen, PayMaxFen),
        Traits = Traits,
        Denied = Denied,
        Education = Education,
        AgeMin = AgeMin,
        AgeMax = AgeMax,
        Gender = Gender,
        HeadCount = HeadCount,
        ValidUntil = ValidUntil,
    };

    /// <summary>The same vacancy in a later list, or in another one. What says something new must be verified anew.</summary>
    /// <returns>False when it says nothing new.</returns>
    public bool TryCorrect(VacancyFacts facts, string source, DateTimeOffset now)
    {
        var isNewSource = !Sources.Contains(source);
        if (isNewSource) Sources = [.. Sources, source];

        // Only a later day: it goes on, and what was verified stays so.
        var goesOn = facts.ValidUntil > ValidUntil && State is VacancyState.Approved && facts with { ValidUntil = ValidUntil } == Facts;
        if (goesOn)
        {
            ValidUntil = facts.ValidUntil;
            return true;
        }

        if (facts == Facts) return isNewSource;

        (State, Reason) = (VacancyState.Waiting, null);
        Take(facts, now);
        return true;
    }

    /// <summary>What an automatic check found; marks of workers and of time stay.</summary>
    public void Check(VacancyDoubts found) => Flags = found | (Flags & (VacancyDoubts.Reported | VacancyDoubts.Stale));

    public void Index(string[] tokens) => Tokens = tokens;

    /// <summary>Staff have seen the employer's licence.</summary>
    public void LicenceIsSeen() => Flags &= ~VacancyDoubts.NoLicence;

    /// <summary>Verified with the employer: it is shown from now on, unless a rule forbids it.</summary>
    /// <param name="reason">Why it is shown in spite of its flags; may be null when it has none.</param>
    public bool TryApprove(string? reason, DateOnly today, [NotNullWhen(false)] out VacancyRefusal? refusal)
    {
        refusal =
            State is VacancyState.Closed || ValidUntil < today ? VacancyRefusal.Over :
            (Flags & Never) != 0 ? VacancyRefusal.NeverAllowed :
            (Flags & ~VacancyDoubts.Stale) != 0 && string.IsNullOrWhiteSpace(reason) ? VacancyRefusal.NeedsReason :
            null;
        if (refusal is not null) return false;

        (State, VerifiedOn, Reason) = (VacancyState.Approved, today, Kept(reason));
        Flags &= ~(VacancyDoubts.Stale | VacancyDoubts.Reported);
        return true;
    }

    /// <summary>Not fit to be shown, unless it is over anyway.</summary>
    public bool TryReject(string reason, [NotNullWhen(false)] out VacancyRefusal? refusal)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        refusal = State is VacancyState.Closed ? VacancyRefusal.Over : null;
        if (refusal is not null) return false;

        (State, Reason) = (VacancyState.Rejected, Kept(reason));
        return true;
    }

    /// <summary>Filled, or the employer took it back.</summary>
    public bool TryClose(string reason, [NotNullWhen(false)] out VacancyRefusal? refusal)
    {
        refusal = State is VacancyState.Closed ? VacancyRefusal.Over : null;
        if (refusal is not null) return false;

        (State, Reason) = (VacancyState.Closed, Kept(reason));
        return true;
    }

    /// <summary>Workers are not shown it until staff decide anew.</summary>
    public bool TryHide(string reason, [NotNullWhen(false)] out VacancyRefusal? refusal)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        refusal = State is VacancyState.Approved ? null : VacancyRefusal.NotShown;
        if (refusal is not null) return false;

        (State, Reason) = (VacancyState.Waiting, Kept(reason));
        return true;
    }

    /// <summary>Nobody is shown it until staff have looked at it.</summary>
    public void Hide(VacancyDoubts why)
    {
        State = VacancyState.Waiting;
        Flags |= why;
    }

    private void Take(VacancyFacts facts, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Title);
        if (facts.Latitude is null != facts.Longitude is null) throw new ArgumentException("A place has two coordinates.", nameof(facts));

        (Title, Trade, Duties, Hours, Benefits) = (facts.Title, facts.Trade, facts.Duties, facts.Hours, facts.Benefits);
        (Demands, Licence, PayTerms) = (facts.Demands, facts.Licence, facts.PayTerms);
        (RegionCode, Street, Address) = (facts.RegionCode, facts.Street, facts.Address);
        (Latitude, Longitude) = (facts.Latitude, facts.Longitude);
        (PayUnit, PayMinFen, PayMaxFen, PayMonthFen) = (facts.Pay.Unit, facts.Pay.MinFen, facts.Pay.MaxFen, facts.Pay.MonthFen);
        (Traits, Denied, Education) = (facts.Traits, facts.Denied, facts.Education);
        (AgeMin, AgeMax, Gender, HeadCount) = (facts.AgeMin, facts.AgeMax, facts.Gender, facts.HeadCount);
        (ValidUntil, ChangedAt) = (facts.ValidUntil, now);
    }

    private static string? Kept(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : CutText.To(LongestReason, reason.Trim());
}
