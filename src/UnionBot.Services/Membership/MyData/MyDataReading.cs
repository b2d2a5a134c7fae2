using UnionBot.Core.People;

namespace UnionBot.Services.Membership.MyData;

/// <summary>What became of a code that somebody typed on the page of a link.</summary>
public abstract record MyDataReading
{
    private MyDataReading() { }

    /// <param name="Key">Secret; downloads the same data once more. Only for the browser that gave the code.</param>
    public sealed record Given(MyDataCopy Copy, string Key) : MyDataReading
    {
        /// <summary>Without the data, so that no log shows them.</summary>
        public override string ToString() => nameof(Given);
    }

    /// <summary>Not six digits; no try was taken.</summary>
    public sealed record NoCode : MyDataReading;

    public sealed record WrongCode(int TriesLeft) : MyDataReading;

    /// <summary>The code has expired or is used up; the person can ask for another in the talk.</summary>
    public sealed record CodeGone : MyDataReading;

    /// <summary>There is no such link, it has expired, or the data have been read.</summary>
    public sealed record LinkGone : MyDataReading;
}

/// <summary>What the union keeps about one person, in clear; never logged, never kept.</summary>
/// <param name="MadeAt">By the business clock; UTC.</param>
public sealed record MyDataCopy(DateTimeOffset MadeAt, IReadOnlyList<MyDataSection> Sections);

public sealed record MyDataSection(string Name, IReadOnlyList<PersonalFact> Facts);
