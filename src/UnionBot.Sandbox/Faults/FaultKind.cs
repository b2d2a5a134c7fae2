namespace UnionBot.Sandbox.Faults;

/// <summary>What goes wrong with an API call.</summary>
internal enum FaultKind
{
    /// <summary>Refused with an errcode; no effect.</summary>
    Error,

    /// <summary>An HTML page of a gateway instead of JSON; no effect.</summary>
    Html,

    /// <summary>HTTP 200 with an empty body; no effect.</summary>
    Empty,

    /// <summary>The connection is cut before the call has an effect.</summary>
    DropCall,

    /// <summary>The call has its effect, then the connection is cut without an answer.</summary>
    DropAnswer,

    /// <summary>The call has its effect after a while.</summary>
    Delay,

    /// <summary>The call has its effect at once, and is answered after a while.</summary>
    DelayAnswer,
}
