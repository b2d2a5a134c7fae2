using UnionBot.Core.Data;

namespace UnionBot.Tests.Core.Data;

public sealed class DatabaseFailureTests
{
    [Fact]
    public void A_connection_that_is_cut_off_as_a_command_begins_is_the_database_s_failure_and_will_pass()
    {
        var gone = new ManualResetEventSlim();
        gone.Dispose();
        var failure = new InvalidOperationException("Hidden.", Record.Exception(gone.Reset));

        Assert.True(DatabaseFailure.IsBehind(failure));
        Assert.True(DatabaseFailure.WillPass(failure));
    }

    [Fact]
    public void What_we_dispose_too_early_is_a_mistake_of_ours() =>
        Assert.False(DatabaseFailure.IsBehind(new ObjectDisposedException(nameof(HttpClient))));
}
