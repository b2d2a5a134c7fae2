namespace UnionBot.Sandbox.Actions;

/// <summary>Something a follower cannot do now; answered 409 by the control API.</summary>
internal sealed class ActionRefused(string message) : Exception(message);
