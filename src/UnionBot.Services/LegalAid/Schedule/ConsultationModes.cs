namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Ways to speak with a lawyer. One consultation has one of them; a lawyer or a wish may have several. Stored as number: never changed.</summary>
[Flags]
public enum ConsultationModes : short
{
    None = 0,

    /// <summary>到场.</summary>
    OnSite = 1,

    /// <summary>电话.</summary>
    Phone = 2,

    /// <summary>视频.</summary>
    Video = 4,

    All = OnSite | Phone | Video,
}

/// <summary>How much time a matter needs.</summary>
public enum ConsultationLength
{
    Standard = 0,

    /// <summary>A further question.</summary>
    Brief = 1,

    /// <summary>A group, or papers to be written.</summary>
    Extended = 2,
}
