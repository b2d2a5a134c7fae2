namespace UnionBot.Services.LegalAid;

/// <summary>Stored names of the cases that this service opens.</summary>
internal static class CaseKinds
{
    /// <summary>Somebody wants a lawyer where none can be booked. It is older than this service: the name stays.</summary>
    public const string Lawyer = "knowledge/lawyer";

    /// <summary>A limit ends within a week.</summary>
    public const string Urgent = "legal-aid/urgent";

    /// <summary>Many people have the same matter.</summary>
    public const string Group = "legal-aid/group";

    /// <summary>The work is done in another city, where the union is to help.</summary>
    public const string OtherRegion = "legal-aid/other-region";

    /// <summary>Somebody who did not come to others has booked again: a person speaks with them before.</summary>
    public const string Confirm = "legal-aid/confirm";

    /// <summary>Somebody speaks another language.</summary>
    public const string Language = "legal-aid/language";

    /// <summary>Somebody can neither hear nor speak: the talk is in writing.</summary>
    public const string Text = "legal-aid/text";

    /// <summary>A consultation after which somebody else goes on: mediation, arbitration, a legal-aid centre, petitions, counselling.</summary>
    public const string Transferred = "legal-aid/transferred";

    /// <summary>Somebody says that a consultation did not help.</summary>
    public const string NotSolved = "legal-aid/not-solved";
}
