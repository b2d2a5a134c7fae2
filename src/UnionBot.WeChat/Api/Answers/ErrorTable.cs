using System.Collections.Frozen;
using static UnionBot.WeChat.Api.SendOutcomeKind;

namespace UnionBot.WeChat.Api;

/// <summary>The one table from the platform's error codes to what is to be done.</summary>
internal static class ErrorTable
{
    private const int RetriesOfRepeatable = 5;

    private static readonly FrozenDictionary<int, Row> Rows = Build().ToFrozenDictionary();

    /// <summary>The action for a code; a number that is not in the table is unknown.</summary>
    /// <param name="repeatable">The platform recognises a repeated call, or repeating it does no harm.</param>
    public static SendOutcome Map(int errorCode, string? message, ApiKind kind, bool repeatable)
    {
        if (errorCode == 0) return SendOutcome.Sent;

        var row = Override(errorCode, kind) ?? Rows.GetValueOrDefault(errorCode, new Row(Unknown));
        return new SendOutcome(row.Kind, errorCode)
        {
            Detail = ErrorDetail.From(errorCode, message),
            IsAccountWide = row.AccountWide,
            RetryAfter = row.After,
            MostRetries = row.Kind is RetryLater ? MostRetries(repeatable) : 0,
        };
    }

    /// <summary>The action when no readable answer came.</summary>
    /// <param name="reached">The request may have reached the platform.</param>
    public static SendOutcome NoAnswer(bool reached, bool repeatable) =>
        reached && !repeatable
            ? new SendOutcome(Unknown)
            : new SendOutcome(RetryLater) { MostRetries = RetriesOfRepeatable };

    private static int MostRetries(bool repeatable) => repeatable ? RetriesOfRepeatable : 1;

    // Where a call names many people, one bad openid is an error of the list and not the end of a person.
    private static Row? Override(int errorCode, ApiKind kind) => (errorCode, kind) switch
    {
        (40003 or 43004 or 46004 or 50005, ApiKind.List) => new Row(Misconfigured),
        _ => null,
    };

    private static Dictionary<int, Row> Build()
    {
        var rows = new Dictionary<int, Row>();
        Passing(rows);
        Limits(rows);
        People(rows);
        Templates(rows);
        Account(rows);
        Content(rows);
        return rows;
    }

    private static void Passing(Dictionary<int, Row> rows)
    {
        Put(rows, new Row(RetryLater), -1, 268487001, 268487002);
        Put(rows, new Row(RetryLater), 45169, 45171); // one person's tags edited at once; a list done in part
        Put(rows, new Row(AlreadySent), 45065); // a mass send with this client id exists
        Put(rows, new Row(AlreadySent), 45072, 45080, 45081, 88000); // typing state, comments: not worth a second try
        Put(rows, new Row(RetryLater, After: TimeSpan.FromMinutes(30)), 89504, 89505); // an administrator has to confirm
    }

    private static void Limits(Dictionary<int, Row> rows)
    {
        Put(rows, new Row(NextMinute), 45011, 45066, 42010);
        Put(rows, new Row(UntilTomorrow), 45009, 45028);
        Put(rows, new Row(HoldUntilContact), 45015, 45047);
        Put(rows, new Row(RetryLater, After: TimeSpan.FromHours(4)), 43117); // too often to one person
    }

    private static void People(Dictionary<int, Row> rows)
    {
        Put(rows, new Row(StopPerson), 40003, 43004, 50005, 46004, 43019, 48002);
        Put(rows, new Row(StopPersonForTemplate), 43101);
        Put(rows, new Row(StopPersonForTemplate), 70000); // protection of minors stops promotion, not answers
    }

    private static void Templates(Dictionary<int, Row> rows)
    {
        Put(rows, new Row(StopBatch), 43116, 40037, 40036, 40249, 40246, 40247);
        Put(rows, new Row(Misconfigured), 47003); // one field of one message; the caller stops a batch of equal ones
    }

    private static void Account(Dictionary<int, Row> rows)
    {
        var wide = new Row(Misconfigured, AccountWide: true);
        Put(rows, wide, 40001, 40014, 42001); // only after a refresh and a resend
        Put(rows, wide, 41001, 40002, 40013, 40125, 40243, 41002, 41004);
        Put(rows, wide with { After = TimeSpan.FromMinutes(5) }, 40164, 61004, 45035);
        Put(rows, wide with { After = TimeSpan.FromHours(1) }, 89501, 89503, 89507);
        Put(rows, wide with { After = TimeSpan.FromHours(24) }, 89506);
        Put(rows, wide, 48004, 50002, 50004, 50007, 61003, 61016, 61023);
        Put(rows, new Row(StopBatch), 48001, 50001, 48008, 40200, 61007); // this API only: others still work
        Put(rows, new Row(Misconfigured), 48003, 48006); // an agreement to accept; no resets left this month
    }

    private static void Content(Dictionary<int, Row> rows)
    {
        var content = new Row(Misconfigured);
        Put(rows, content, 45002, 45008, 45067, 47001, 40033, 44002, 43001, 43002, 48005);
        Put(rows, content, 40007, 40004, 40005, 40009, 45001, 40118, 40121, 40039, 41030);
        Put(rows, content, 40029, 40163, 41008, 42003, 40030, 42002, 42007);
        Put(rows, content, 40031, 40032, 40130, 49003, 40152, 48021, 48022, 40059, 40060, 40065, 40204, 268488001);
        Put(rows, content, 45056, 45057, 45058, 45059, 45157, 45158, 45159, 45083, 45084, 40052, 40053, 45113);
        Put(rows, content, 40054, 40055, 46003, 65320, 40201, 40202, 40203);
        PutRange(rows, content, 40015, 40027);
        PutRange(rows, content, 65301, 65317);
        PutRange(rows, content, 65400, 65417);
        PutRange(rows, content, 61451, 61459);
        PutRange(rows, content, 76001, 76022);
        PutRange(rows, content, 9001001, 9001036);
    }

    private static void Put(Dictionary<int, Row> rows, Row row, params ReadOnlySpan<int> codes)
    {
        foreach (var code in codes) rows.Add(code, row);
    }

    private static void PutRange(Dictionary<int, Row> rows, Row row, int first, int last)
    {
        for (var code = first; code <= last; code++) rows.Add(code, row);
    }

    private readonly record struct Row(SendOutcomeKind Kind, bool AccountWide = false, TimeSpan? After = null);
}

/// <summary>Whom a call concerns.</summary>
internal enum ApiKind
{
    Person,
    List,
    Account,
}
