namespace UnionBot.Chat.Understanding.Slots;

/// <summary>The names of slots in data files and answers.</summary>
public static class SlotNames
{
    public const string Name = "name";
    public const string Lawyer = "lawyer";
    public const string Company = "company";
    public const string FromCompany = "from_company";
    public const string ToCompany = "to_company";
    public const string JobTitle = "job_title";
    public const string DateText = "date_text";
    public const string TimeText = "time_text";
    public const string ShiftText = "shift_text";
    public const string Activity = "activity";
    public const string Place = "place";
    public const string ComplaintTarget = "complaint_target";
    public const string BookingNo = "booking_no";
    public const string VacancyNo = "vacancy_no";
    public const string Phone = "phone";
    public const string MemberNo = "member_no";
    public const string IdLast4 = "id_last4";
    public const string Ordinal = "ordinal";
    public const string People = "people";
    public const string Amount = "amount";
    public const string SalaryMin = "salary_min";
    public const string SalaryMax = "salary_max";
    public const string SalaryDayMin = "salary_day_min";
    public const string SalaryHourMin = "salary_hour_min";
    public const string District = "district";
    public const string Topic = "topic";
    public const string Urgency = "urgency";
    public const string PlaceType = "place_type";

    /// <summary>Slots that say something by a code out of <c>words/codes.yaml</c>.</summary>
    public static readonly IReadOnlyList<string> Coded =
    [
        Topic, "mode", Urgency, "hazard_type", PlaceType, "category", "campaign", "relation", "stage", "hardship_reason",
        "claim_type", "frequency", "notice_type", "job_type",
    ];

    public static readonly IReadOnlyList<string> All =
    [
        Name, Lawyer, Company, FromCompany, ToCompany, JobTitle, DateText, TimeText, ShiftText, Activity, Place,
        ComplaintTarget, BookingNo, VacancyNo, Phone, MemberNo, IdLast4, Ordinal, People, Amount, SalaryMin, SalaryMax,
        SalaryDayMin, SalaryHourMin, District, .. Coded,
    ];
}
